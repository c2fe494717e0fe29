package dev.tidemark.config.maintenance;

import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("until " + to + " must be after from " + from);
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean meets(Instant start, Instant end) {
        return from.isBefore(end) && to.isAfter(start);
    }
}
