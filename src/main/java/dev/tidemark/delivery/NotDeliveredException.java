package dev.tidemark.delivery;

/** The other side has not acknowledged a letter. */
public class NotDeliveredException extends Exception {

    /** What that means for the letter and for the others. */
    enum Reason {
        /** This recipient is refused for good: trying again is of no use. */
        REFUSED,
        /** This letter was not taken now; it is tried again after a while, and lets others go first. */
        LATER,
        /** Nobody answers or lets us in: no letter would fare better, so all wait, and the oldest stays the first. */
        DOWN
    }

    private final Reason reason;

    NotDeliveredException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
