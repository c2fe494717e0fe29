package dev.tidemark.alerting.incident;

import java.time.Instant;

/** How a probe stands at a location, all concerns together, and since when at least one of them stands so. */
public record LocationState(ProbeState state, Instant since) {

    LocationState and(LocationState other) {
        ProbeState both = state.and(other.state);
        if (both == state && both == other.state) {
            return since.isBefore(other.since) ? this : other;
        }
        return new LocationState(both, both == state ? since : other.since);
    }
}
