package dev.tidemark.config.maintenance;

import java.time.Instant;
import java.util.List;

/** A single time. */
public record SingleOccurrence(Interval interval) implements Recurrence {

    @Override
    public List<Interval> between(Instant from, Instant to) {
        return interval.meets(from, to) ? List.of(interval) : List.of();
    }

    @Override
    public String words() {
        return "once, from " + interval.from() + " to " + interval.to();
    }
}
