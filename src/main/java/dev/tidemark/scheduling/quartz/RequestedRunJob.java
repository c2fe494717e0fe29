package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.RunId;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** The Quartz job of a run on demand, or of one that was handed over; it takes precedence over scheduled runs. */
final class RequestedRunJob implements Job {

    /** The group of these jobs; the job's and the trigger's name is the run's id. */
    static final String GROUP = "requests";

    private final SlotRunner runner;

    RequestedRunJob(SlotRunner runner) {
        this.runner = runner;
    }

    static JobKey keyOf(RunId run) {
        return new JobKey(run.toString(), GROUP);
    }

    @Override
    public void execute(JobExecutionContext context) {
        RunId run = RunId.parse(context.getJobDetail().getKey().getName());
        if (context.isRecovering()) {
            runner.onRecovered(run);
        } else {
            runner.onQueued(run);
        }
    }
}
