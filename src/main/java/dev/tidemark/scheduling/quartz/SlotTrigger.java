package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.scheduling.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.quartz.Calendar;
import org.quartz.JobDataMap;
import org.quartz.ScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.triggers.AbstractTrigger;
import org.quartz.spi.MutableTrigger;

/**
 * Fires at the instants of a {@link Timetable}. The triggers of Quartz lose an hour when clocks go back, and skip times when they go
 * forward. The cadence is stored in the trigger's data, and nothing else is: see {@link SlotTriggerDelegate}.
 */
final class SlotTrigger extends AbstractTrigger<SlotTrigger> {

    private static final long serialVersionUID = 1L;

    private static final String EVERY = "every";
    private static final String CRON = "cron";
    private static final String ZONE = "zone";
    private static final String SEED = "seed";

    /** Longer expressions do not fit into the description of a trigger. */
    private static final int MAX_SIGNATURE = 200;

    private Date startTime;
    private Date endTime;
    private Date nextFireTime;
    private Date previousFireTime;

    private transient Timetable timetable;

    /** A trigger for the planned instants after {@code from}. Misfired instants are skipped, to avoid bursts. */
    static TriggerBuilder<SlotTrigger> builder(Cadence cadence, ProbeId probe, LocationName location, Instant from) {
        return TriggerBuilder.newTrigger()
                .withSchedule(schedule())
                .withDescription(signature(cadence, probe, location))
                .usingJobData(data(cadence, Timetable.seed(probe, location)))
                .startAt(Date.from(from.plusMillis(1)));
    }

    static ScheduleBuilder<SlotTrigger> schedule() {
        return new ScheduleBuilder<>() {
            @Override
            protected MutableTrigger build() {
                return new SlotTrigger();
            }
        };
    }

    /** Identifies the planned instants: equal signatures mean equal instants. Triggers of earlier versions have other ones. */
    static String signature(Cadence cadence, ProbeId probe, LocationName location) {
        String text = "slots " + cadence + "#" + Timetable.seed(probe, location);
        return text.length() <= MAX_SIGNATURE
                ? text
                : text.substring(0, MAX_SIGNATURE) + "#" + Integer.toHexString(text.hashCode());
    }

    private static JobDataMap data(Cadence cadence, int seed) {
        JobDataMap data = new JobDataMap();
        data.put(SEED, String.valueOf(seed));
        if (cadence instanceof Cadence.Cron cron) {
            data.put(CRON, cron.expression());
            data.put(ZONE, cron.zone().getId());
        } else {
            data.put(EVERY, ((Cadence.Every) cadence).span().toString());
        }
        return data;
    }

    private Timetable timetable() {
        if (timetable == null) {
            JobDataMap data = getJobDataMap();
            Cadence cadence = data.containsKey(CRON)
                    ? new Cadence.Cron(data.getString(CRON), ZoneId.of(data.getString(ZONE)))
                    : new Cadence.Every(Duration.parse(data.getString(EVERY)));
            timetable = new Timetable(cadence, Integer.parseInt(data.getString(SEED)));
        }
        return timetable;
    }

    @Override
    public Date getFireTimeAfter(Date afterTime) {
        Instant after = (afterTime == null ? new Date() : afterTime).toInstant();
        Instant beforeStart = startTime.toInstant().minusMillis(1);
        return timetable()
                .next(after.isBefore(beforeStart) ? beforeStart : after)
                .map(Date::from)
                .filter(next -> endTime == null || next.before(endTime))
                .orElse(null);
    }

    @Override
    public void triggered(Calendar calendar) {
        previousFireTime = nextFireTime;
        nextFireTime = getFireTimeAfter(nextFireTime);
    }

    @Override
    public Date computeFirstFireTime(Calendar calendar) {
        nextFireTime = getFireTimeAfter(new Date(startTime.getTime() - 1));
        return nextFireTime;
    }

    @Override
    public void updateAfterMisfire(Calendar calendar) {
        nextFireTime = getFireTimeAfter(new Date());
    }

    @Override
    public void updateWithNewCalendar(Calendar calendar, long misfireThreshold) {
        updateAfterMisfire(calendar);
    }

    @Override
    public boolean mayFireAgain() {
        return nextFireTime != null;
    }

    @Override
    public Date getFinalFireTime() {
        return null;
    }

    @Override
    protected boolean validateMisfireInstruction(int instruction) {
        return instruction == MISFIRE_INSTRUCTION_SMART_POLICY;
    }

    @Override
    public ScheduleBuilder<SlotTrigger> getScheduleBuilder() {
        return schedule();
    }

    @Override
    public Date getStartTime() {
        return startTime;
    }

    @Override
    public void setStartTime(Date startTime) {
        this.startTime = startTime;
    }

    @Override
    public Date getEndTime() {
        return endTime;
    }

    @Override
    public void setEndTime(Date endTime) {
        this.endTime = endTime;
    }

    @Override
    public Date getNextFireTime() {
        return nextFireTime;
    }

    @Override
    public void setNextFireTime(Date nextFireTime) {
        this.nextFireTime = nextFireTime;
    }

    @Override
    public Date getPreviousFireTime() {
        return previousFireTime;
    }

    @Override
    public void setPreviousFireTime(Date previousFireTime) {
        this.previousFireTime = previousFireTime;
    }
}
