package dev.tidemark.alerting.incident;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** The state of a probe at a location, worst last. */
public enum ProbeState {
    /** Unknown: no run yet, too little data, or a monitor failure. */
    NO_VERDICT,
    PASSING,
    /** A warning limit is over budget. */
    DEGRADED,
    /** A critical limit is over budget, or checks fail. */
    FAILING;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** For people: {@code passing}, {@code no verdict}. */
    LocalizedMessage title() {
        return LocalizedMessage.of(
                switch (this) {
                    case NO_VERDICT -> "incident.state.noVerdict";
                    case PASSING -> "incident.state.passing";
                    case DEGRADED -> "incident.state.degraded";
                    case FAILING -> "incident.state.failing";
                });
    }

    /** The combined state: the worse one if any is bad, passing only if both are passing. */
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
