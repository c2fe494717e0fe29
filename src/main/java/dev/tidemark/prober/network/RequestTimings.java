package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.UntrustedText;
import java.util.Optional;

/**
 * Places exchanges on the timeline of the page, with the phases of a request (<a
 * href="https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ResourceTiming">ResourceTiming</a>: ms
 * from {@code requestTime}, −1 for phases that did not take place).
 *
 * @param origin navigation start in seconds of the DevTools clock
 */
record RequestTimings(double origin) {

    private static final int LONGEST_URL = 4_000;
    private static final double NONE = -1;

    RequestRecord fact(NetworkExchange one) {
        Phases phases = phases(one);
        return new RequestRecord(
                UntrustedText.clean(one.url(), LONGEST_URL),
                CdpJson.text(one.request(), "method"),
                one.kind().label(),
                one.status(),
                CdpJson.text(one.response(), "protocol"),
                one.isThirdParty(),
                one.isRenderBlocking(),
                CdpJson.text(one.request(), "initialPriority"),
                millis(one.startedAt()),
                phases.blocked,
                phases.dns,
                phases.connect,
                phases.tls,
                phases.send,
                phases.waiting,
                phases.receive,
                one.isOver() ? millis(one.endedAt()) : NONE,
                one.transferBytes(),
                one.bodyBytes(),
                one.isFromCache(),
                Optional.of(one.initiator())
                        .filter(url -> !url.isEmpty())
                        .map(url -> UntrustedText.clean(url, LONGEST_URL)),
                one.failure());
    }

    private double millis(double seconds) {
        return Math.max(0, (seconds - origin) * 1000);
    }

    private static Phases phases(NetworkExchange one) {
        JsonObject timing = CdpJson.object(one.response(), "timing");
        if (timing.size() == 0) {
            return Phases.NONE_KNOWN;
        }
        double requestTime = CdpJson.number(timing, "requestTime", one.startedAt());
        double queued = Math.max(0, (requestTime - one.startedAt()) * 1000);
        double headersEnd = CdpJson.number(timing, "receiveHeadersEnd", 0);
        double end = one.isOver() ? (one.endedAt() - requestTime) * 1000 : headersEnd;
        return new Phases(
                queued + firstOf(timing, "dnsStart", "connectStart", "sendStart"),
                span(timing, "dnsStart", "dnsEnd"),
                span(timing, "connectStart", "connectEnd"),
                span(timing, "sslStart", "sslEnd"),
                span(timing, "sendStart", "sendEnd"),
                Math.max(0, headersEnd - Math.max(0, CdpJson.number(timing, "sendEnd", 0))),
                Math.max(0, end - headersEnd));
    }

    private static double firstOf(JsonObject timing, String... members) {
        for (String member : members) {
            double value = CdpJson.number(timing, member, NONE);
            if (value >= 0) {
                return value;
            }
        }
        return 0;
    }

    private static double span(JsonObject timing, String from, String to) {
        double start = CdpJson.number(timing, from, NONE);
        double end = CdpJson.number(timing, to, NONE);
        return start < 0 || end < start ? NONE : end - start;
    }

    private record Phases(
            double blocked, double dns, double connect, double tls, double send, double waiting, double receive) {
        static final Phases NONE_KNOWN = new Phases(NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    }
}
