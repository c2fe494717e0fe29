package dev.tidemark.browser;

import dev.tidemark.browser.Ending.Arrival;
import dev.tidemark.browser.Ending.Fate;
import dev.tidemark.gateway.FailureKind;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import java.util.Optional;

/** Finds the one class of a sample: the first rule that fits, from what ends everything to what merely spoils numbers. */
final class OutcomeClassifier {

    private final Ending ending;
    private final Arrival arrival;

    private OutcomeClassifier(Ending ending) {
        this.ending = ending;
        this.arrival = ending.arrival();
    }

    static Outcome classify(Ending ending) {
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
            return outcome(OutcomeKind.OUT_OF_MEMORY, "the page used up its memory");
        }
        if (fate.crashed()) {
            return outcome(OutcomeKind.PAGE_CRASH, "the page's process ended");
        }
        if (fate.exceeded().isPresent()) {
            return outcome(OutcomeKind.LIMIT_EXCEEDED, fate.exceeded().get());
        }
        return fate.closed() ? outcome(OutcomeKind.PAGE_CLOSED, "the page closed itself") : Optional.empty();
    }

    private Optional<Outcome> withoutAnswer() {
        if (arrival.shown() || arrival.netError().isEmpty()) {
            return Optional.empty();
        }
        if (arrival.foreignScheme().isPresent()) {
            return outcome(
                    OutcomeKind.BLOCKED_SCHEME,
                    "it redirects to " + arrival.foreignScheme().get() + ":, which is neither http nor https");
        }
        if (arrival.wireStatus() == 304) {
            return outcome(OutcomeKind.NO_CONTENT, "304 not modified, although nothing was there");
        }
        if (arrival.answered() && arrival.status() / 100 != 3) {
            return Optional.empty();
        }
        return arrival.refusal().map(OutcomeClassifier::refused).or(() -> arrival.netError()
                .map(this::failed));
    }

    private static Outcome refused(FailureKind refusal) {
        return switch (refusal) {
            case DNS_FAILURE -> new Outcome(OutcomeKind.DNS_FAILURE, "the name has no address");
            case REFUSED -> new Outcome(OutcomeKind.CONNECTION_REFUSED, "the server refuses connections");
            case TIMEOUT -> new Outcome(OutcomeKind.TIMEOUT, "connect: no answer to the attempt to connect");
            case UNREACHABLE -> new Outcome(OutcomeKind.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE");
            case BLOCKED -> new Outcome(OutcomeKind.BLOCKED_ADDRESS, "the address may not be reached from here");
        };
    }

    private Outcome failed(String code) {
        if (NetErrors.isOfTheProxy(code)) {
            return new Outcome(OutcomeKind.INTERNAL, "the gateway gave no connection: " + code);
        }
        OutcomeKind kind = NetErrors.kindOf(code);
        return new Outcome(kind, kind == OutcomeKind.TIMEOUT ? ending.time().phase() + ": " + code : code);
    }

    private Optional<Outcome> byStatus() {
        int status = arrival.status();
        if (!arrival.answered()) {
            return Optional.empty();
        }
        if (status == 401 || status == 407) {
            return outcome(OutcomeKind.AUTH_REQUIRED, status + " authentication required");
        }
        if (status >= 400) {
            return outcome(OutcomeKind.HTTP_STATUS, String.valueOf(status));
        }
        if (status < 100) {
            return outcome(OutcomeKind.INVALID_RESPONSE, "the answer has the status " + status);
        }
        return status == 204 || status == 205
                ? outcome(OutcomeKind.NO_CONTENT, status + " no content")
                : Optional.empty();
    }

    private Optional<Outcome> byMoves() {
        return ending.fate().navigations() > Ending.MOST_NAVIGATIONS
                ? outcome(OutcomeKind.NAVIGATION_LOOP, "more than " + Ending.MOST_NAVIGATIONS + " navigations in a row")
                : Optional.empty();
    }

    private Optional<Outcome> byContent() {
        String type = arrival.mediaType();
        if (arrival.answered() && MediaTypes.isOfAViewer(type) && !arrival.attachment()) {
            return outcome(OutcomeKind.UNSUPPORTED_CONTENT, type + " is for a viewer and not a page");
        }
        if (!arrival.shown() && (arrival.download() || isDropped())) {
            return outcome(
                    OutcomeKind.DOWNLOAD, "the address is a download" + (type.isEmpty() ? "" : " of type " + type));
        }
        if (arrival.answered() && !MediaTypes.isPage(type)) {
            return outcome(OutcomeKind.UNSUPPORTED_CONTENT, type + " is not a page");
        }
        return arrival.netError().map(OutcomeClassifier::brokenBody);
    }

    /** Headless shell refuses downloads before they begin: all that is seen is a navigation that was dropped. */
    private boolean isDropped() {
        return arrival.netError().filter("net::ERR_ABORTED"::equals).isPresent();
    }

    /** The connection broke after the headers: whatever the code says, the answer is incomplete, or no valid one. */
    private static Outcome brokenBody(String code) {
        OutcomeKind kind = NetErrors.kindOf(code);
        boolean invalid = kind == OutcomeKind.INVALID_RESPONSE || kind == OutcomeKind.TLS_ERROR;
        return new Outcome(invalid ? kind : OutcomeKind.INCOMPLETE_RESPONSE, code);
    }

    private Optional<Outcome> byTime() {
        Ending.Time time = ending.time();
        if (!time.over()) {
            return Optional.empty();
        }
        if (time.silent()) {
            return outcome(OutcomeKind.PAGE_UNRESPONSIVE, "the page's main thread did not come back");
        }
        return time.loaded() && time.told() && !time.leaving()
                ? Optional.empty()
                : outcome(OutcomeKind.TIMEOUT, time.phase() + ": the time was over");
    }

    private static Optional<Outcome> outcome(OutcomeKind kind, String detail) {
        return Optional.of(new Outcome(kind, detail));
    }
}
