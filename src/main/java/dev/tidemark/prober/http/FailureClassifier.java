package dev.tidemark.prober.http;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Maps exceptions and closed connections to outcomes. */
final class FailureClassifier {

    private FailureClassifier() {}

    static Outcome of(Throwable thrown, ExchangePhase phase) {
        Throwable cause = rootCause(thrown);
        if (cause instanceof ClosedChannelException) {
            return closed(phase);
        }
        if (cause instanceof SSLException || phase == ExchangePhase.TLS && !(cause instanceof IOException)) {
            return new Outcome(OutcomeType.TLS_ERROR, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IOException) {
            return new Outcome(
                    OutcomeType.CONNECTION_RESET,
                    LocalizedMessage.of("outcome.http.reset", phase.label(), String.valueOf(cause.getMessage()))
                            .toString());
        }
        return new Outcome(OutcomeType.INVALID_RESPONSE, String.valueOf(cause.getMessage()));
    }

    /** The server closed the connection too early. */
    static Outcome closed(ExchangePhase phase) {
        return switch (phase) {
            case CONNECT, TLS ->
                of(OutcomeType.CONNECTION_CLOSED, LocalizedMessage.of("outcome.http.closed", phase.label()));
            case TTFB -> of(OutcomeType.EMPTY_RESPONSE, LocalizedMessage.of("outcome.http.closedBeforeResponse"));
            case LOAD -> of(OutcomeType.INCOMPLETE_RESPONSE, LocalizedMessage.of("outcome.http.closedInBody"));
        };
    }

    static Outcome timeout(ExchangePhase phase, long millis) {
        return of(
                OutcomeType.TIMEOUT,
                LocalizedMessage.of(
                        "outcome.http.timeout", phase.label(), DurationFormat.of(Duration.ofMillis(millis))));
    }

    private static Outcome of(OutcomeType kind, LocalizedMessage detail) {
        return new Outcome(kind, detail.toString());
    }

    /** The TLS engine wraps the actual cause several times. */
    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
