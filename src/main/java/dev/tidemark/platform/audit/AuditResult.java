package dev.tidemark.platform.audit;

import java.util.Locale;

/** The result of an attempt. The names of the constants are stored, and used as labels by the API. */
public enum AuditResult {
    DONE,
    /** Nothing has changed: no permission, wrong credentials, or a conflict. */
    REFUSED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
