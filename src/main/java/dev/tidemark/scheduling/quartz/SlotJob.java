package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import java.time.Instant;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;

/** The Quartz job of a probe at a location. */
final class SlotJob implements Job {

    /** The group of these jobs; the job's and the trigger's name is the probe's slug. */
    static final String GROUP = "slots";

    private final SlotRunner runner;
    private final LocationName location;

    SlotJob(SlotRunner runner, LocationName location) {
        this.runner = runner;
        this.location = location;
    }

    static JobKey keyOf(ProbeId probe) {
        return new JobKey(probe.slug(), GROUP);
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDetail job = context.getJobDetail();
        ProbeId probe = new ProbeId(job.getKey().getName());
        if (context.isRecovering()) {
            runner.onRecovered(new Slot(probe, location, firstPlannedAt(context)));
        } else {
            runner.onPlanned(
                    new Slot(probe, location, context.getScheduledFireTime().toInstant()));
        }
    }

    private static Instant firstPlannedAt(JobExecutionContext context) {
        String millis = context.getTrigger()
                .getJobDataMap()
                .getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
