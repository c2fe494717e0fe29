package dev.tidemark.alerting.incident;

import java.util.Locale;

/** What an incident is about; a probe has one state per concern and location, and at most one open incident in each. */
public enum IncidentType {
    /** Whether the page can be loaded. */
    AVAILABILITY,
    /** Whether what was measured keeps the limits. */
    BUDGET,
    /** Whether Tidemark itself does its work at a location. It is of no probe, and degrades none. */
    OPERATION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
