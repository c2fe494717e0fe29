package dev.tidemark.config.maintenance;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (!from.isBefore(to)) {
            throw new InvalidValueException("validation.until.notAfterFrom", to, from);
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean meets(Instant start, Instant end) {
        return from.isBefore(end) && to.isAfter(start);
    }
}
