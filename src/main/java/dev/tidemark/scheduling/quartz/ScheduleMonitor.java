package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Maintains the schedule from outside of Quartz: starts it, follows the catalogue, and once a minute checks that no probe
 * is stuck and no slot is lost.
 */
@ApplicationScoped
public class ScheduleMonitor {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int BEATS_PER_CHECK = 30;

    private final PeriodicTasks rounds;
    private final SchedulerLifecycle conductor;
    private final ProbeCatalog catalog;
    private final TriggerSync triggers;
    private final LostRuns lostRuns;
    private final UnevaluatedRuns unjudged;

    private long beat;
    private long syncedRevision = Long.MIN_VALUE;

    @Inject
    public ScheduleMonitor(
            PeriodicTasks rounds,
            SchedulerLifecycle conductor,
            ProbeCatalog catalog,
            TriggerSync triggers,
            LostRuns lostRuns,
            UnevaluatedRuns unjudged) {
        this.rounds = rounds;
        this.conductor = conductor;
        this.catalog = catalog;
        this.triggers = triggers;
        this.lostRuns = lostRuns;
        this.unjudged = unjudged;
    }

    void begin(@Observes Startup startup) {
        rounds.every(Duration.ZERO, PAUSE, "Updating the schedule failed; retrying", this::beat);
    }

    private void beat() throws SchedulerException {
        Scheduler scheduler = conductor.started();
        boolean minute = beat++ % BEATS_PER_CHECK == 0;
        long revision = catalog.revision();
        if (minute || revision != syncedRevision) {
            triggers.sync(scheduler);
            syncedRevision = revision;
        }
        lostRuns.adoptRequests(scheduler);
        if (minute) {
            lostRuns.endAbandoned();
            lostRuns.recordMissed();
            unjudged.judge();
        }
    }
}
