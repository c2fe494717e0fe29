package dev.tidemark.alert;

import java.time.Instant;

/** How a probe stands at a location, all concerns together, and since when at least one of them stands so. */
public record PlaceState(State state, Instant since) {

    PlaceState and(PlaceState other) {
        State both = state.and(other.state);
        if (both == state && both == other.state) {
            return since.isBefore(other.since) ? this : other;
        }
        return new PlaceState(both, both == state ? since : other.since);
    }
}
