package dev.tidemark.alerting.incident;

import java.util.Locale;

/** What happened to an incident. */
public enum IncidentChange {
    NONE,
    OPENED,
    /** From degraded to failing. */
    WORSENED,
    /** From failing to degraded: noted, never told. */
    EASED,
    RESOLVED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
