package dev.tidemark.scheduling.quartz;

import dev.tidemark.platform.runtime.PeriodicTasks;
import dev.tidemark.storage.run.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/** Hourly maintenance of the history: summarizes completed days, creates partitions, and deletes expired data. */
@ApplicationScoped
public class RetentionJob {

    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(RetentionJob.class.getName());

    private final PeriodicTasks tasks;
    private final Retention retention;
    private final Clock clock;

    @Inject
    public RetentionJob(PeriodicTasks tasks, Retention retention, Clock clock) {
        this.tasks = tasks;
        this.retention = retention;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(FIRST_AFTER, PAUSE, "Housekeeping of the run history failed; retrying in an hour", this::run);
    }

    private void run() {
        Retention.RetentionResult result = retention.run(clock.instant());
        LOG.fine(() -> "Summarized " + result.days() + " days, dropped " + result.tablesDropped() + " tables");
    }
}
