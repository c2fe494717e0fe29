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

    void frameShifts(double originLater, double at, double value, double visibleArea) {
        observation.accept(String.format(
                Locale.ROOT,
                "{\"d\":\"%f/frame\",\"m\":false,\"k\":\"shift\",\"t\":%f,\"v\":%f,\"i\":false,\"a\":%f}",
                1_000_000 + originLater,
                at,
                value,
                visibleArea));
    }
}
