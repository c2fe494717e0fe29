package dev.tidemark.config.maintenance;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.schedule.CronSchedule;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By a cron expression, with the same syntax and the same instants as the schedule of a probe, also across clock changes. */
public record CronRecurrence(String expression, Duration length, ZoneId zone) implements Recurrence {

    public CronRecurrence {
        Recurrence.requireValidLength(length);
        new CronSchedule(expression, zone, 0);
    }

    @Override
    public List<Interval> within(Interval interval) {
        CronSchedule schedule = new CronSchedule(expression, zone, 0);
        List<Interval> found = new ArrayList<>();
        Optional<Instant> next = schedule.after(interval.from().minus(length));
        while (next.isPresent() && next.get().isBefore(interval.to()) && found.size() < MAX_OCCURRENCES) {
            found.add(new Interval(next.get(), next.get().plus(length)));
            next = schedule.after(next.get());
        }
        return found;
    }

    @Override
    public LocalizedMessage description() {
        return LocalizedMessage.of("maintenance.recurrence.cron", expression, DurationFormat.of(length), zone);
    }
}
