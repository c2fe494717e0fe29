package dev.tidemark.browser;

import dev.tidemark.gateway.FailureKind;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import java.util.Optional;
import java.util.Set;

/** Finds the one class of a sample: the first rule that fits, from what ends everything to what merely spoils numbers. */
final class OutcomeClassifier {

    /** What a browser shows as a page of text or pictures; all else it would download or hand to a viewer. */
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/xml", "application/xml");

    private OutcomeClassifier() {}

    static Outcome classify(Ending ending) {
        return violent(ending)
                .or(() -> withoutResponse(ending))
                .or(() -> byStatus(ending))
                .or(() -> byContent(ending))
                .or(() -> byTime(ending))
                .orElseGet(Outcome::ok);
    }

    private static Optional<Outcome> violent(Ending ending) {
        if (ending.outOfMemory()) {
            return outcome(OutcomeKind.OUT_OF_MEMORY, "the page used up its memory");
        }
        if (ending.crashed()) {
            return outcome(OutcomeKind.PAGE_CRASH, "the page's process ended");
        }
        if (ending.exceeded().isPresent()) {
            return outcome(OutcomeKind.LIMIT_EXCEEDED, ending.exceeded().get());
        }
        if (ending.closed()) {
            return outcome(OutcomeKind.PAGE_CLOSED, "the page closed itself");
        }
        if (ending.navigations() > Ending.MOST_NAVIGATIONS) {
            return outcome(
                    OutcomeKind.NAVIGATION_LOOP,
                    "more than " + Ending.MOST_NAVIGATIONS + " navigations, the last after the page had loaded");
        }
        return Optional.empty();
    }

    private static Optional<Outcome> withoutResponse(Ending ending) {
        if (ending.status() != 0) {
            return Optional.empty();
        }
        if (ending.download()) {
            return outcome(OutcomeKind.DOWNLOAD, "the address is a download");
        }
        if (ending.refusal().isPresent()) {
            return Optional.of(refused(ending.refusal().get()));
        }
        return ending.netError().map(OutcomeClassifier::failed);
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

    private static Outcome failed(String code) {
        if (NetErrors.isOfTheProxy(code)) {
            return new Outcome(OutcomeKind.INTERNAL, "the gateway gave no connection: " + code);
        }
        OutcomeKind kind = NetErrors.kindOf(code);
        return new Outcome(kind, kind == OutcomeKind.TIMEOUT ? "connect: " + code : code);
    }

    private static Optional<Outcome> byStatus(Ending ending) {
        int status = ending.status();
        if (status == 401 || status == 407) {
            return outcome(OutcomeKind.AUTH_REQUIRED, status + " authentication required");
        }
        if (status >= 400) {
            return outcome(OutcomeKind.HTTP_STATUS, String.valueOf(status));
        }
        if (status == 204 || status == 205) {
            return outcome(OutcomeKind.NO_CONTENT, status + " no content");
        }
        return ending.netError().filter(code -> status >= 300 && status < 400).map(OutcomeClassifier::failed);
    }

    private static Optional<Outcome> byContent(Ending ending) {
        if (ending.download() || isRefusedDownload(ending)) {
            return outcome(OutcomeKind.DOWNLOAD, "the address is a download of type " + ending.mediaType());
        }
        if (!ending.mediaType().isEmpty() && !isPage(ending.mediaType())) {
            return outcome(OutcomeKind.UNSUPPORTED_CONTENT, ending.mediaType() + " is not a page");
        }
        return ending.netError().map(OutcomeClassifier::brokenBody);
    }

    /** Headless shell refuses downloads before they begin: all that is seen is a navigation that was dropped. */
    private static boolean isRefusedDownload(Ending ending) {
        return ending.netError().filter("net::ERR_ABORTED"::equals).isPresent()
                && !ending.mediaType().equals("application/pdf");
    }

    private static boolean isPage(String mediaType) {
        return PAGES.contains(mediaType)
                || mediaType.startsWith("text/")
                || mediaType.startsWith("image/")
                || mediaType.endsWith("+xml")
                || mediaType.equals("application/json");
    }

    /** The connection broke after the headers: whatever the code says, the answer is incomplete, or no valid one. */
    private static Outcome brokenBody(String code) {
        OutcomeKind kind = NetErrors.kindOf(code);
        boolean invalid = kind == OutcomeKind.INVALID_RESPONSE || kind == OutcomeKind.TLS_ERROR;
        return new Outcome(invalid ? kind : OutcomeKind.INCOMPLETE_RESPONSE, code);
    }

    private static Optional<Outcome> byTime(Ending ending) {
        if (ending.timedOut().isEmpty() || ending.loaded() && !ending.silent()) {
            return Optional.empty();
        }
        return ending.silent()
                ? outcome(OutcomeKind.PAGE_UNRESPONSIVE, "the page's main thread did not come back")
                : outcome(OutcomeKind.TIMEOUT, ending.timedOut().get() + ": the time was over");
    }

    private static Optional<Outcome> outcome(OutcomeKind kind, String detail) {
        return Optional.of(new Outcome(kind, detail));
    }
}
