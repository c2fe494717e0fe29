package dev.tidemark.http;

import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** What the exceptions and endings of a connection mean. */
final class Troubles {

    private Troubles() {}

    static Outcome of(Throwable thrown, Phase phase) {
        Throwable cause = root(thrown);
        if (cause instanceof ClosedChannelException) {
            return closed(phase);
        }
        if (cause instanceof SSLException || phase == Phase.TLS && !(cause instanceof IOException)) {
            return new Outcome(OutcomeKind.TLS_ERROR, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IOException) {
            return new Outcome(OutcomeKind.CONNECTION_RESET, "in phase " + phase.label() + ": " + cause.getMessage());
        }
        return new Outcome(OutcomeKind.INVALID_RESPONSE, String.valueOf(cause.getMessage()));
    }

    /** The server closed in good order, but too early. */
    static Outcome closed(Phase phase) {
        return switch (phase) {
            case CONNECT, TLS -> new Outcome(OutcomeKind.CONNECTION_CLOSED, "in phase " + phase.label());
            case TTFB -> new Outcome(OutcomeKind.EMPTY_RESPONSE, "closed without an answer");
            case LOAD -> new Outcome(OutcomeKind.INCOMPLETE_RESPONSE, "closed in the middle of the body");
        };
    }

    static Outcome timeout(Phase phase, long millis) {
        return new Outcome(OutcomeKind.TIMEOUT, phase.label() + ": not done after " + millis + " ms");
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
