package dev.tidemark.prober.http;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** What the exceptions and endings of a connection mean. */
final class FailureClassifier {

    private FailureClassifier() {}

    static Outcome of(Throwable thrown, ExchangePhase phase) {
        Throwable cause = root(thrown);
        if (cause instanceof ClosedChannelException) {
            return closed(phase);
        }
        if (cause instanceof SSLException || phase == ExchangePhase.TLS && !(cause instanceof IOException)) {
            return new Outcome(OutcomeType.TLS_ERROR, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IOException) {
            return new Outcome(OutcomeType.CONNECTION_RESET, "in phase " + phase.label() + ": " + cause.getMessage());
        }
        return new Outcome(OutcomeType.INVALID_RESPONSE, String.valueOf(cause.getMessage()));
    }

    /** The server closed in good order, but too early. */
    static Outcome closed(ExchangePhase phase) {
        return switch (phase) {
            case CONNECT, TLS -> new Outcome(OutcomeType.CONNECTION_CLOSED, "in phase " + phase.label());
            case TTFB -> new Outcome(OutcomeType.EMPTY_RESPONSE, "closed without an answer");
            case LOAD -> new Outcome(OutcomeType.INCOMPLETE_RESPONSE, "closed in the middle of the body");
        };
    }

    static Outcome timeout(ExchangePhase phase, long millis) {
        return new Outcome(
                OutcomeType.TIMEOUT,
                phase.label() + ": not done after " + DurationFormat.of(Duration.ofMillis(millis)));
    }

    /** The TLS engine hides the reason below several wrappers. */
    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
