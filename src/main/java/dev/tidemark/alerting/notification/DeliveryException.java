package dev.tidemark.alerting.notification;

/** The other side has not acknowledged a letter. */
public class DeliveryException extends Exception {

    /** What that means for the letter and for the others. */
    enum DeliveryFailure {
        /** This recipient is refused for good: trying again is of no use. */
        REFUSED,
        /** This letter was not taken now; it is tried again after a while, and lets others go first. */
        LATER,
        /** Nobody answers or lets us in: no letter would fare better, so all wait, and the oldest stays the first. */
        DOWN
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
