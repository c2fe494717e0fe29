package dev.tidemark.alerting.incident;

import java.util.Locale;

/** How a probe stands at a location, from best known to worst. */
public enum ProbeState {
    /** Nothing can be said: no run yet, too little data, or a fault of our own. */
    NO_VERDICT,
    PASSING,
    /** A warning limit is broken. */
    DEGRADED,
    /** A critical limit is broken, or the page cannot be loaded. */
    FAILING;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The state of both together: the worse of two bad ones, and passing only when both are known to pass. */
    ProbeState and(ProbeState other) {
        if (isBad() || other.isBad()) {
            return compareTo(other) > 0 ? this : other;
        }
        return this == other ? this : NO_VERDICT;
    }

    /** Whether an incident is open in this state. */
    public boolean isBad() {
        return this == DEGRADED || this == FAILING;
    }
}
