package dev.tidemark.config.maintenance;

import dev.tidemark.platform.runtime.Interval;
import java.util.List;

/** A single time. */
public record SingleOccurrence(Interval interval) implements Recurrence {

    public SingleOccurrence {
        if (interval.isEmpty()) {
            throw new IllegalArgumentException("until " + interval.to() + " must be after from " + interval.from());
        }
    }

    @Override
    public List<Interval> within(Interval other) {
        return interval.overlaps(other) ? List.of(interval) : List.of();
    }

    @Override
    public String words() {
        return "once, from " + interval.from() + " to " + interval.to();
    }
}
