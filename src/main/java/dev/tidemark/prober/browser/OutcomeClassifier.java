package dev.tidemark.prober.browser;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.prober.browser.SampleEnd.Arrival;
import dev.tidemark.prober.browser.SampleEnd.Fate;
import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.Optional;

/** Finds the one class of a sample: the first rule that fits, from what ends everything to what merely spoils numbers. */
final class OutcomeClassifier {

    private final SampleEnd ending;
    private final Arrival arrival;

    private OutcomeClassifier(SampleEnd ending) {
        this.ending = ending;
        this.arrival = ending.arrival();
    }

    static Outcome classify(SampleEnd ending) {
        return new OutcomeClassifier(ending).outcome();
    }

    private Outcome outcome() {
        return byFate().or(this::withoutAnswer)
                .or(this::byStatus)
                .or(this::byMoves)
                .or(this::byContent)
                .or(this::byTime)
                .orElseGet(Outcome::ok);
    }

    private Optional<Outcome> byFate() {
        Fate fate = ending.fate();
        if (fate.outOfMemory()) {
            return outcome(OutcomeType.OUT_OF_MEMORY, "the page used up its memory");
        }
        if (fate.crashed()) {
            return outcome(OutcomeType.PAGE_CRASH, "the page's process ended");
        }
        if (fate.exceeded().isPresent()) {
            return outcome(OutcomeType.LIMIT_EXCEEDED, fate.exceeded().get());
        }
        return fate.closed() ? outcome(OutcomeType.PAGE_CLOSED, "the page closed itself") : Optional.empty();
    }

    private Optional<Outcome> withoutAnswer() {
        if (arrival.shown() || arrival.netError().isEmpty()) {
            return Optional.empty();
        }
        if (arrival.foreignScheme().isPresent()) {
            return outcome(
                    OutcomeType.BLOCKED_SCHEME,
                    "it redirects to " + arrival.foreignScheme().get() + ":, which is neither http nor https");
        }
        if (arrival.wireStatus() == 304) {
            return outcome(OutcomeType.NO_CONTENT, "304 not modified, although nothing was there");
        }
        if (arrival.answered() && arrival.status() / 100 != 3) {
            return Optional.empty();
        }
        return arrival.refusal().map(OutcomeClassifier::refused).or(() -> arrival.netError()
                .map(this::failed));
    }

    private static Outcome refused(ConnectFailure refusal) {
        return switch (refusal) {
            case DNS_FAILURE -> new Outcome(OutcomeType.DNS_FAILURE, "the name has no address");
            case REFUSED -> new Outcome(OutcomeType.CONNECTION_REFUSED, "the server refuses connections");
            case TIMEOUT -> new Outcome(OutcomeType.TIMEOUT, "connect: no answer to the attempt to connect");
            case UNREACHABLE -> new Outcome(OutcomeType.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE");
            case BLOCKED -> new Outcome(OutcomeType.BLOCKED_ADDRESS, "the address may not be reached from here");
        };
    }

    private Outcome failed(String code) {
        if (NetErrors.isOfTheProxy(code)) {
            return new Outcome(OutcomeType.INTERNAL, "the gateway gave no connection: " + code);
        }
        OutcomeType kind = NetErrors.kindOf(code);
        return new Outcome(kind, kind == OutcomeType.TIMEOUT ? ending.time().phase() + ": " + code : code);
    }

    private Optional<Outcome> byStatus() {
        int status = arrival.status();
        if (!arrival.answered()) {
            return Optional.empty();
        }
        if (status == 401 || status == 407) {
            return outcome(OutcomeType.AUTH_REQUIRED, status + " authentication required");
        }
        if (status >= 400) {
            return outcome(OutcomeType.HTTP_STATUS, String.valueOf(status));
        }
        if (status < 100) {
            return outcome(OutcomeType.INVALID_RESPONSE, "the answer has the status " + status);
        }
        return status == 204 || status == 205
                ? outcome(OutcomeType.NO_CONTENT, status + " no content")
                : Optional.empty();
    }

    private Optional<Outcome> byMoves() {
        return ending.fate().navigations() > SampleEnd.MOST_NAVIGATIONS
                ? outcome(OutcomeType.NAVIGATION_LOOP, "more than " + SampleEnd.MOST_NAVIGATIONS + " navigations in a row")
                : Optional.empty();
    }

    private Optional<Outcome> byContent() {
        String type = arrival.mediaType();
        if (arrival.answered() && MediaTypes.isOfAViewer(type) && !arrival.attachment()) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, type + " is for a viewer and not a page");
        }
        if (!arrival.shown() && (arrival.download() || isDropped())) {
            return outcome(
                    OutcomeType.DOWNLOAD, "the address is a download" + (type.isEmpty() ? "" : " of type " + type));
        }
        if (arrival.answered() && !MediaTypes.isPage(type)) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, type + " is not a page");
        }
        return arrival.netError().map(OutcomeClassifier::brokenBody);
    }

    /** Headless shell refuses downloads before they begin: all that is seen is a navigation that was dropped. */
    private boolean isDropped() {
        return arrival.netError().filter("net::ERR_ABORTED"::equals).isPresent();
    }

    /** The connection broke after the headers: whatever the code says, the answer is incomplete, or no valid one. */
    private static Outcome brokenBody(String code) {
        OutcomeType kind = NetErrors.kindOf(code);
        boolean invalid = kind == OutcomeType.INVALID_RESPONSE || kind == OutcomeType.TLS_ERROR;
        return new Outcome(invalid ? kind : OutcomeType.INCOMPLETE_RESPONSE, code);
    }

    private Optional<Outcome> byTime() {
        SampleEnd.Time time = ending.time();
        if (!time.over()) {
            return Optional.empty();
        }
        if (time.silent()) {
            return outcome(OutcomeType.PAGE_UNRESPONSIVE, "the page's main thread did not come back");
        }
        return time.loaded() && time.told() && !time.leaving()
                ? Optional.empty()
                : outcome(OutcomeType.TIMEOUT, time.phase() + ": the time was over");
    }

    private static Optional<Outcome> outcome(OutcomeType kind, String detail) {
        return Optional.of(new Outcome(kind, detail));
    }
}
