package dev.tidemark.platform.audit;

import java.util.Locale;

/**
 * The author of a change.
 *
 * @param name of the user, token, file or setting, or the e-mail address of a signed link; empty if unknown
 */
public record AuditActor(Kind kind, String name) {

    /** Nobody has signed in. */
    public static final AuditActor ANONYMOUS = new AuditActor(Kind.ANONYMOUS, "");

    /** Tidemark itself. */
    public static final AuditActor SYSTEM = new AuditActor(Kind.SYSTEM, "tidemark");

    /** The kind of author. The names of the constants are stored, and used as labels by the API. */
    public enum Kind {
        USER,
        TOKEN,
        FILE,
        SETTING,
        /** The recipient of an e-mail, who followed a signed link in it. */
        LINK,
        SYSTEM,
        ANONYMOUS;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
