package dev.tidemark.config.catalog;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** A change to a probe definition was rejected. */
public final class ChangeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    private final transient LocalizedMessage localizedMessage;

    ChangeRefusedException(RefusalReason reason, LocalizedMessage message) {
        super(message.toString());
        this.reason = reason;
        this.localizedMessage = message;
    }

    /** Why the change was rejected. */
    public LocalizedMessage localizedMessage() {
        return localizedMessage;
    }

    public RefusalReason reason() {
        return reason;
    }

    public enum RefusalReason {
        /** There is no probe with that ID. */
        UNKNOWN,
        /** There is already a probe with that ID. */
        EXISTS,
        /** The probe is defined in a file. */
        READ_ONLY,
        /** The probe was changed in the meantime. */
        STALE
    }
}
