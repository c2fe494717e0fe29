package dev.tidemark.alerting.incident;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of a probe at a location, over all types of incidents.
 *
 * @param since when the first type entered this state
 * @param overBudget keys of the limits that are over budget
 */
public record LocationState(ProbeState state, Instant since, Set<String> overBudget) {

    public LocationState {
        overBudget = Set.copyOf(overBudget);
    }

    LocationState and(LocationState other) {
        ProbeState combined = state.and(other.state);
        Set<String> all = new TreeSet<>(overBudget);
        all.addAll(other.overBudget);
        if (combined == state && combined == other.state) {
            return new LocationState(combined, since.isBefore(other.since) ? since : other.since, all);
        }
        return new LocationState(combined, combined == state ? since : other.since, all);
    }
}
