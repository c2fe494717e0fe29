package dev.tidemark.prober.browser;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.browser.SampleEnd.Arrival;
import dev.tidemark.prober.browser.SampleEnd.Fate;
import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.Optional;

/** Determines the outcome of a sample: the first matching rule wins, from fatal causes to those that only affect metrics. */
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
            return outcome(OutcomeType.OUT_OF_MEMORY, LocalizedMessage.of("outcome.page.outOfMemory"));
        }
        if (fate.crashed()) {
            return outcome(OutcomeType.PAGE_CRASH, LocalizedMessage.of("outcome.page.crashed"));
        }
        if (fate.exceeded().isPresent()) {
            return outcome(OutcomeType.LIMIT_EXCEEDED, fate.exceeded().get());
        }
        return fate.closed()
                ? outcome(OutcomeType.PAGE_CLOSED, LocalizedMessage.of("outcome.page.closedItself"))
                : Optional.empty();
    }

    private Optional<Outcome> withoutAnswer() {
        if (arrival.shown() || arrival.netError().isEmpty()) {
            return Optional.empty();
        }
        if (arrival.foreignScheme().isPresent()) {
            return outcome(
                    OutcomeType.BLOCKED_SCHEME,
                    LocalizedMessage.of(
                            "outcome.redirect.unsupportedScheme",
                            arrival.foreignScheme().get()));
        }
        if (arrival.wireStatus() == 304) {
            return outcome(OutcomeType.NO_CONTENT, LocalizedMessage.of("outcome.status.notModified"));
        }
        if (arrival.answered() && arrival.status() / 100 != 3) {
            return Optional.empty();
        }
        return arrival.refusal().map(OutcomeClassifier::refused).or(() -> arrival.netError()
                .map(this::failed));
    }

    private static Outcome refused(ConnectFailure refusal) {
        return switch (refusal) {
            case DNS_FAILURE -> of(OutcomeType.DNS_FAILURE, LocalizedMessage.of("outcome.connection.dnsFailure"));
            case REFUSED -> of(OutcomeType.CONNECTION_REFUSED, LocalizedMessage.of("outcome.connection.refused"));
            case TIMEOUT -> of(OutcomeType.TIMEOUT, LocalizedMessage.of("outcome.connection.timeout"));
            case UNREACHABLE -> new Outcome(OutcomeType.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE");
            case BLOCKED -> of(OutcomeType.BLOCKED_ADDRESS, LocalizedMessage.of("outcome.connection.blocked"));
        };
    }

    private Outcome failed(String code) {
        if (NetErrors.isOfTheProxy(code)) {
            return of(OutcomeType.INTERNAL, LocalizedMessage.of("outcome.proxy.noConnection", code));
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
            return outcome(OutcomeType.AUTH_REQUIRED, LocalizedMessage.of("outcome.status.authRequired", status));
        }
        if (status >= 400) {
            return outcome(OutcomeType.HTTP_STATUS, String.valueOf(status));
        }
        if (status < 100) {
            return outcome(OutcomeType.INVALID_RESPONSE, LocalizedMessage.of("outcome.status.invalid", status));
        }
        return status == 204 || status == 205
                ? outcome(OutcomeType.NO_CONTENT, LocalizedMessage.of("outcome.status.noContent", status))
                : Optional.empty();
    }

    private Optional<Outcome> byMoves() {
        return ending.fate().navigations() > SampleEnd.MOST_NAVIGATIONS
                ? outcome(
                        OutcomeType.NAVIGATION_LOOP,
                        LocalizedMessage.of("outcome.navigation.loop", SampleEnd.MOST_NAVIGATIONS))
                : Optional.empty();
    }

    private Optional<Outcome> byContent() {
        String type = arrival.mediaType();
        if (arrival.answered() && MediaTypes.isOfAViewer(type) && !arrival.attachment()) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, LocalizedMessage.of("outcome.content.viewer", type));
        }
        if (!arrival.shown() && (arrival.download() || isDropped())) {
            return outcome(
                    OutcomeType.DOWNLOAD,
                    type.isEmpty()
                            ? LocalizedMessage.of("outcome.content.download")
                            : LocalizedMessage.of("outcome.content.downloadOfType", type));
        }
        if (arrival.answered() && !MediaTypes.isPage(type)) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, LocalizedMessage.of("outcome.content.notHtml", type));
        }
        return arrival.netError().map(OutcomeClassifier::brokenBody);
    }

    /** The headless shell rejects downloads before they begin; only an aborted navigation is visible. */
    private boolean isDropped() {
        return arrival.netError().filter("net::ERR_ABORTED"::equals).isPresent();
    }

    /** The connection broke after the headers: the response is incomplete or invalid, whatever the code. */
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
            return outcome(OutcomeType.PAGE_UNRESPONSIVE, LocalizedMessage.of("outcome.page.unresponsive"));
        }
        return time.loaded() && time.told() && !time.leaving()
                ? Optional.empty()
                : outcome(OutcomeType.TIMEOUT, LocalizedMessage.of("outcome.timeout", time.phase()));
    }

    private static Optional<Outcome> outcome(OutcomeType kind, LocalizedMessage detail) {
        return Optional.of(of(kind, detail));
    }

    private static Outcome of(OutcomeType kind, LocalizedMessage detail) {
        return new Outcome(kind, detail.toString());
    }

    private static Optional<Outcome> outcome(OutcomeType kind, String detail) {
        return Optional.of(new Outcome(kind, detail));
    }
}
