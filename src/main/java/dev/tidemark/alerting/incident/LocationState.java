package dev.tidemark.alerting.incident;

import java.time.Instant;

/**
 * The state of a probe at a location, over all types of incidents.
 *
 * @param since when the first type entered this state
 */
public record LocationState(ProbeState state, Instant since) {

    LocationState and(LocationState other) {
        ProbeState combined = state.and(other.state);
        if (combined == state && combined == other.state) {
            return since.isBefore(other.since) ? this : other;
        }
        return new LocationState(combined, combined == state ? since : other.since);
    }
}
