package dev.tidemark.alerting.incident;

import java.util.Locale;

/** The effect of a run on an incident. */
public enum IncidentChange {
    NONE,
    OPENED,
    /** From degraded to failing. */
    WORSENED,
    /** From failing to degraded: logged, without notification. */
    EASED,
    RESOLVED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
