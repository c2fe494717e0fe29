package dev.tidemark.model.result;

import java.util.Locale;

/** Whose fault an outcome is. Only the target's counts against the site. */
public enum FaultOrigin {
    NONE,
    TARGET,
    POLICY,
    OURS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
