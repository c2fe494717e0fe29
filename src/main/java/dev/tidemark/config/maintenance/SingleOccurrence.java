package dev.tidemark.config.maintenance;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.util.List;

/** A single interval. */
public record SingleOccurrence(Interval interval) implements Recurrence {

    public SingleOccurrence {
        if (interval.isEmpty()) {
            throw new InvalidValueException("validation.until.notAfterFrom", interval.to(), interval.from());
        }
    }

    @Override
    public List<Interval> within(Interval other) {
        return interval.overlaps(other) ? List.of(interval) : List.of();
    }

    @Override
    public LocalizedMessage description() {
        return LocalizedMessage.of("maintenance.recurrence.once", interval.from(), interval.to());
    }
}
