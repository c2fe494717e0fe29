package dev.tidemark.standing;

import java.util.Locale;

/** What a probe comes to at a location, worst first. */
public enum ProbeState {
    /** The page cannot be loaded, or breaks a critical limit. */
    FAILING("Failing"),
    /** A limit of severity warning is broken. */
    DEGRADED("Degraded"),
    /** Nothing was measured yet, or too little to judge. */
    UNKNOWN("No verdict"),
    PASSING("Passing"),
    /** Switched off by somebody. */
    PAUSED("Paused");

    private final String title;

    ProbeState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
