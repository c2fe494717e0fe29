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

/** Once an hour: summarizes days that have ended, creates partitions for the days to come, and deletes what has exceeded its retention. */
@ApplicationScoped
public class RetentionJob {

    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(RetentionJob.class.getName());

    private final PeriodicTasks rounds;
    private final Retention retention;
    private final Clock clock;

    @Inject
    public RetentionJob(PeriodicTasks rounds, Retention retention, Clock clock) {
        this.rounds = rounds;
        this.retention = retention;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        rounds.every(FIRST_AFTER, PAUSE, "the retention job failed; will retry in an hour", this::round);
    }

    private void round() {
        Retention.Swept swept = retention.sweep(clock.instant());
        LOG.fine(() -> "summarized " + swept.days() + " days, dropped " + swept.tablesDropped() + " tables");
    }
}
