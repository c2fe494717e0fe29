package dev.tidemark.config.catalog;

/** A change of the catalogue that is not made, and why. */
public final class ChangeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    ChangeRefusedException(RefusalReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }

    public enum RefusalReason {
        /** There is no probe of that id. */
        UNKNOWN,
        /** There is already a probe of that id. */
        EXISTS,
        /** A file defines it. */
        READ_ONLY,
        /** Somebody else changed it meanwhile. */
        STALE
    }
}
