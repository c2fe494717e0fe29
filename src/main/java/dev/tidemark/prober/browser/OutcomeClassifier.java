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

    private final SampleEnd end;
    private final Arrival response;

    private OutcomeClassifier(SampleEnd end) {
        this.end = end;
        this.response = end.response();
    }

    static Outcome classify(SampleEnd end) {
        return new OutcomeClassifier(end).outcome();
    }

    private Outcome outcome() {
        return fromTermination()
                .or(this::withoutResponse)
                .or(this::fromStatus)
                .or(this::fromNavigations)
                .or(this::fromContent)
                .or(this::fromTime)
                .orElseGet(Outcome::ok);
    }

    private Optional<Outcome> fromTermination() {
        Fate termination = end.termination();
        if (termination.outOfMemory()) {
            return outcome(OutcomeType.OUT_OF_MEMORY, LocalizedMessage.of("outcome.page.outOfMemory"));
        }
        if (termination.crashed()) {
            return outcome(OutcomeType.PAGE_CRASH, LocalizedMessage.of("outcome.page.crashed"));
        }
        if (termination.exceeded().isPresent()) {
            return outcome(OutcomeType.LIMIT_EXCEEDED, termination.exceeded().get());
        }
        return termination.closed()
                ? outcome(OutcomeType.PAGE_CLOSED, LocalizedMessage.of("outcome.page.closedItself"))
                : Optional.empty();
    }

    private Optional<Outcome> withoutResponse() {
        if (response.shown() || response.netError().isEmpty()) {
            return Optional.empty();
        }
        if (response.foreignScheme().isPresent()) {
            return outcome(
                    OutcomeType.BLOCKED_SCHEME,
                    LocalizedMessage.of(
                            "outcome.redirect.unsupportedScheme",
                            response.foreignScheme().get()));
        }
        if (response.wireStatus() == 304) {
            return outcome(OutcomeType.NO_CONTENT, LocalizedMessage.of("outcome.status.notModified"));
        }
        if (response.responded() && response.status() / 100 != 3) {
            return Optional.empty();
        }
        return response.refusal().map(OutcomeClassifier::refused).or(() -> response.netError()
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
        if (NetErrors.isProxyFailure(code)) {
            return of(OutcomeType.INTERNAL, LocalizedMessage.of("outcome.proxy.noConnection", code));
        }
        OutcomeType kind = NetErrors.kindOf(code);
        return new Outcome(kind, kind == OutcomeType.TIMEOUT ? end.timing().phase() + ": " + code : code);
    }

    private Optional<Outcome> fromStatus() {
        int status = response.status();
        if (!response.responded()) {
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

    private Optional<Outcome> fromNavigations() {
        return end.termination().navigations() > SampleEnd.MAX_NAVIGATIONS
                ? outcome(
                        OutcomeType.NAVIGATION_LOOP,
                        LocalizedMessage.of("outcome.navigation.loop", SampleEnd.MAX_NAVIGATIONS))
                : Optional.empty();
    }

    private Optional<Outcome> fromContent() {
        String type = response.mediaType();
        if (response.responded() && MediaTypes.hasViewer(type) && !response.attachment()) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, LocalizedMessage.of("outcome.content.viewer", type));
        }
        if (!response.shown() && (response.download() || isDropped())) {
            return outcome(
                    OutcomeType.DOWNLOAD,
                    type.isEmpty()
                            ? LocalizedMessage.of("outcome.content.download")
                            : LocalizedMessage.of("outcome.content.downloadOfType", type));
        }
        if (response.responded() && !MediaTypes.isPage(type)) {
            return outcome(OutcomeType.UNSUPPORTED_CONTENT, LocalizedMessage.of("outcome.content.notHtml", type));
        }
        return response.netError().map(OutcomeClassifier::brokenBody);
    }

    /** The headless shell rejects downloads before they begin; only an aborted navigation is visible. */
    private boolean isDropped() {
        return response.netError().filter("net::ERR_ABORTED"::equals).isPresent();
    }

    /** The connection broke after the headers: the response is incomplete or invalid, whatever the code. */
    private static Outcome brokenBody(String code) {
        OutcomeType kind = NetErrors.kindOf(code);
        boolean invalid = kind == OutcomeType.INVALID_RESPONSE || kind == OutcomeType.TLS_ERROR;
        return new Outcome(invalid ? kind : OutcomeType.INCOMPLETE_RESPONSE, code);
    }

    private Optional<Outcome> fromTime() {
        SampleEnd.Time timing = end.timing();
        if (!timing.timedOut()) {
            return Optional.empty();
        }
        if (timing.unresponsive()) {
            return outcome(OutcomeType.PAGE_UNRESPONSIVE, LocalizedMessage.of("outcome.page.unresponsive"));
        }
        return timing.loaded() && timing.collectorStarted() && !timing.leaving()
                ? Optional.empty()
                : outcome(OutcomeType.TIMEOUT, LocalizedMessage.of("outcome.timeout", timing.phase()));
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
