package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.spi.OperableTrigger;

/**
 * Scheduled times of a cadence. They depend only on the cadence, the probe and the location, so that every node
 * calculates the same ones, also after a restart.
 *
 * <p>To spread the load, {@code every} has a probe-specific offset within its interval, and a cron expression of
 * five fields a probe-specific second in the first half of the minute. An expression with a seconds field is used
 * unchanged.
 */
final class Timetable {

    private static final int CRON_SPREAD_SECONDS = 30;

    private final Cadence cadence;
    private final int seed;

    Timetable(Cadence cadence, ProbeId probe, LocationName location) {
        this.cadence = cadence;
        this.seed = Math.floorMod(31 * probe.slug().hashCode() + location.name().hashCode(), Integer.MAX_VALUE);
    }

    /** The planned instants later than {@code after}, up to and including {@code until}; at most {@code limit}, the earliest. */
    List<Instant> between(Instant after, Instant until, int limit) {
        OperableTrigger trigger = (OperableTrigger) builder(after).build();
        List<Instant> planned = new ArrayList<>();
        Date next = trigger.getFireTimeAfter(Date.from(after));
        while (next != null && !next.toInstant().isAfter(until) && planned.size() < limit) {
            planned.add(next.toInstant());
            next = trigger.getFireTimeAfter(next);
        }
        return planned;
    }

    /** A trigger for all planned instants after {@code from}. Misfired instants are skipped, to avoid bursts. */
    TriggerBuilder<? extends Trigger> builder(Instant from) {
        return TriggerBuilder.newTrigger().withSchedule(schedule()).startAt(Date.from(firstStart(from)));
    }

    /** Identifies the timetable: equal signatures mean equal planned instants. */
    String signature() {
        return cadence + "#" + seed;
    }

    private Instant firstStart(Instant from) {
        return cadence instanceof Cadence.Every every ? firstMultiple(every.span(), from) : from;
    }

    private Instant firstMultiple(Duration span, Instant from) {
        long length = span.toMillis();
        long offset = seed % length;
        long since = Math.floorDiv(from.toEpochMilli() - offset, length);
        return Instant.ofEpochMilli((since + 1) * length + offset);
    }

    private ScheduleBuilder<? extends Trigger> schedule() {
        if (cadence instanceof Cadence.Every every) {
            return SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(every.span().toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount();
        }
        Cadence.Cron cron = (Cadence.Cron) cadence;
        return CronScheduleBuilder.cronSchedule(cron.quartzExpression(seed % CRON_SPREAD_SECONDS))
                .inTimeZone(TimeZone.getTimeZone(cron.zone()))
                .withMisfireHandlingInstructionDoNothing();
    }
}
