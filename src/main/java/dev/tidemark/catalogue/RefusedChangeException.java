package dev.tidemark.catalogue;

/** A change of the catalogue that is not made, and why. */
public final class RefusedChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RefusedChangeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
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
