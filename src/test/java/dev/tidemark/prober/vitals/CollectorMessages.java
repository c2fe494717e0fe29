package dev.tidemark.prober.vitals;

import java.util.Locale;

/** Messages of the collector for a main document with the time origin 1,000,000. */
final class CollectorMessages {

    private final PageObservation observation;
    private final String document;

    CollectorMessages(PageObservation observation) {
        this(observation, "1000000.0/first");
    }

    CollectorMessages(PageObservation observation, String document) {
        this.observation = observation;
        this.document = document;
    }

    boolean says(String kind, String fields) {
        return observation.accept("{\"d\":\"" + document + "\",\"m\":true,\"k\":\"" + kind + "\"" + fields + "}");
    }

    CollectorMessages hello() {
        says("hello", ",\"o\":1000000,\"w\":1000,\"h\":500");
        return this;
    }

    CollectorMessages loads(double ttfb, double dcl, double load) {
        says("nav", ",\"rs\":" + ttfb + ",\"dcl\":" + dcl + ",\"load\":" + load);
        return this;
    }

    CollectorMessages paints(double at) {
        says("paint", ",\"n\":\"first-paint\",\"t\":" + at);
        says("paint", ",\"n\":\"first-contentful-paint\",\"t\":" + at);
        return this;
    }

    CollectorMessages paintsLargest(double at, String selector) {
        says("lcp", ",\"t\":" + at + ",\"z\":900,\"u\":\"\",\"s\":\"" + selector + "\"");
        return this;
    }

    CollectorMessages works(double at, double length) {
        says("task", ",\"t\":" + at + ",\"l\":" + length);
        return this;
    }

    CollectorMessages beats(double at) {
        says("beat", ",\"t\":" + at);
        return this;
    }

    CollectorMessages shifts(double at, double value) {
        says("shift", ",\"t\":" + at + ",\"v\":" + value + ",\"i\":false,\"s\":\"#ad\"");
        return this;
    }

    /** A frame of this area, of which a share is visible. */
    void frameShifts(double originLater, double at, double value, double area, double share) {
        frameSays(originLater, "share", String.format(Locale.ROOT, ",\"t\":%f,\"f\":%f", at, share));
        frameSays(
                originLater,
                "shift",
                String.format(Locale.ROOT, ",\"t\":%f,\"v\":%f,\"i\":false,\"a\":%f", at, value, area));
    }

    void frameSays(double originLater, String kind, String fields) {
        observation.accept(String.format(
                Locale.ROOT, "{\"d\":\"%f/frame\",\"m\":false,\"k\":\"%s\"%s}", 1_000_000 + originLater, kind, fields));
    }
}
