package dev.tidemark.alerting.delivery;

/** A notification was not accepted by the receiving server. The message can be shown to people. */
public class DeliveryException extends Exception {

    /** What follows for this notification and for others. */
    enum DeliveryFailure {
        /** A permanent rejection of this recipient: no retry. */
        REJECTED,
        /** A temporary rejection of this notification: it is retried later, after others. */
        RETRY,
        /** The server or the connection failed while it handled this notification: it is retried soon, at least every 40 s. */
        INTERRUPTED,
        /** The server is unreachable or serves nobody: not an attempt; all notifications to it wait, and the order is kept. */
        UNAVAILABLE
    }

    private final DeliveryFailure reason;

    DeliveryException(DeliveryFailure reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    DeliveryFailure reason() {
        return reason;
    }
}
