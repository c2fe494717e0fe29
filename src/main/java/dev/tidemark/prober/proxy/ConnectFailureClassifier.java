package dev.tidemark.prober.proxy;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;

/**
 * Maps exceptions of failed connection attempts to failure kinds. The JDK distinguishes some of them only by
 * message.
 */
final class ConnectFailureClassifier {

    private static final String TIMED_OUT = "timed out";

    private ConnectFailureClassifier() {}

    static ConnectFailure kind(Throwable cause) {
        if (cause instanceof ConnectTimeoutException || message(cause).contains(TIMED_OUT)) {
            return ConnectFailure.TIMEOUT;
        }
        return cause instanceof ConnectException ? ConnectFailure.REFUSED : ConnectFailure.UNREACHABLE;
    }

    /** Without the address that Netty appends to the message. */
    static String message(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        int address = message.indexOf(": ");
        return address < 0 ? message : message.substring(0, address);
    }
}
