package dev.tidemark.config.maintenance;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;

/** A single time. */
public record SingleOccurrence(Interval interval) implements Recurrence {

    @Override
    public List<Interval> between(Instant from, Instant to) {
        return interval.meets(from, to) ? List.of(interval) : List.of();
    }

    @Override
    public LocalizedMessage words() {
        return LocalizedMessage.of("maintenance.recurrence.once", interval.from(), interval.to());
    }
}
