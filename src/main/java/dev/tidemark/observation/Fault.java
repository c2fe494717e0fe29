package dev.tidemark.observation;

import java.util.Locale;

/** Whose fault an outcome is. Only the target's counts against the site. */
public enum Fault {
    NONE,
    TARGET,
    POLICY,
    OURS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
