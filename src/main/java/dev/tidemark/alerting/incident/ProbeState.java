package dev.tidemark.alerting.incident;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** The state of a probe at a location, worst first. */
public enum ProbeState {
    /** A critical limit is over budget, or the page cannot be loaded. */
    FAILING("state.failing"),
    /** A limit of severity warning is over budget. */
    DEGRADED("state.degraded"),
    /** No run yet, too little data, or a monitor failure. */
    UNKNOWN("state.unknown"),
    PASSING("state.passing"),
    /** The probe is disabled: only shown, never the result of a run. */
    PAUSED("state.paused");

    private final String key;

    ProbeState(String key) {
        this.key = key;
    }

    public LocalizedMessage title() {
        return LocalizedMessage.of(key);
    }

    /** As the API and style classes name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Within a sentence: {@code failing}. */
    public LocalizedMessage inline() {
        return LocalizedMessage.of("state.inline." + label());
    }

    /** The combined state: the worse one if any is bad, passing only if both are passing. */
    ProbeState and(ProbeState other) {
        if (isBad() || other.isBad()) {
            return isWorseThan(other) ? this : other;
        }
        return this == other ? this : UNKNOWN;
    }

    /** Whether an incident is open in this state. */
    public boolean isBad() {
        return this == DEGRADED || this == FAILING;
    }

    boolean isWorseThan(ProbeState other) {
        return compareTo(other) < 0;
    }
}
