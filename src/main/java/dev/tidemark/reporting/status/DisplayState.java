package dev.tidemark.reporting.status;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** What a probe comes to at a location, worst first. */
public enum DisplayState {
    /** The page cannot be loaded, or breaks a critical limit. */
    FAILING("state.failing"),
    /** A limit of severity warning is broken. */
    DEGRADED("state.degraded"),
    /** Nothing was measured yet, or too little to judge. */
    UNKNOWN("state.unknown"),
    PASSING("state.passing"),
    /** Switched off by somebody. */
    PAUSED("state.paused");

    private final String key;

    DisplayState(String key) {
        this.key = key;
    }

    public LocalizedMessage title() {
        return LocalizedMessage.of(key);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
