package dev.tidemark.config.maintenance;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.TriggerBuilder;

/** By a cron expression (five fields, or six or seven as in Quartz), with the same syntax as the schedule of a probe. */
public record CronRecurrence(String expression, Duration length, ZoneId zone) implements Recurrence {

    public CronRecurrence {
        Recurrence.requireValidLength(length);
        new Cadence.Cron(expression, zone);
    }

    @Override
    public List<Interval> within(Interval interval) {
        List<Interval> found = new ArrayList<>();
        CronTrigger trigger = trigger(interval.from());
        Date next = trigger.getFireTimeAfter(Date.from(interval.from().minus(length)));
        while (next != null && next.toInstant().isBefore(interval.to()) && found.size() < MAX_OCCURRENCES) {
            found.add(new Interval(next.toInstant(), next.toInstant().plus(length)));
            next = trigger.getFireTimeAfter(next);
        }
        return found;
    }

    private CronTrigger trigger(Instant from) {
        String quartz = new Cadence.Cron(expression, zone).quartzExpression(0);
        return TriggerBuilder.newTrigger()
                .startAt(Date.from(from.minus(length)))
                .withSchedule(CronScheduleBuilder.cronSchedule(quartz).inTimeZone(TimeZone.getTimeZone(zone)))
                .build();
    }

    @Override
    public LocalizedMessage description() {
        return LocalizedMessage.of("maintenance.recurrence.cron", expression, DurationFormat.of(length), zone);
    }
}
