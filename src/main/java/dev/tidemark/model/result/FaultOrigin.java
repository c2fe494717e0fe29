package dev.tidemark.model.result;

import java.util.Locale;

/** The origin of a failure. Only failures of the target count against it; {@code OURS} is a monitor failure. */
public enum FaultOrigin {
    NONE,
    TARGET,
    POLICY,
    OURS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
