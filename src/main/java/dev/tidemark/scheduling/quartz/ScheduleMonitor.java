package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Maintains the schedule: starts Quartz, synchronizes triggers with the catalog, and once a minute checks for stuck triggers
 * and lost slots.
 */
@ApplicationScoped
public class ScheduleMonitor {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TICKS_PER_CHECK = 30;
    private static final int TICKS_PER_LOCATION_CHECK = 3;

    private final PeriodicTasks tasks;
    private final SchedulerLifecycle lifecycle;
    private final ProbeCatalog catalog;
    private final TriggerSync triggers;
    private final LostRuns lostRuns;
    private final UnevaluatedRuns unevaluatedRuns;
    private final UnattendedLocations unattendedLocations;
    private final NodeHeartbeat heartbeat;
    private final ResultRecorder recorder;
    private final DatabaseOutages outages;
    private final Clock clock;

    private long tick;
    private long syncedRevision = Long.MIN_VALUE;

    @Inject
    public ScheduleMonitor(
            PeriodicTasks tasks,
            SchedulerLifecycle lifecycle,
            ProbeCatalog catalog,
            TriggerSync triggers,
            LostRuns lostRuns,
            UnevaluatedRuns unevaluatedRuns,
            UnattendedLocations unattendedLocations,
            NodeHeartbeat heartbeat,
            ResultRecorder recorder,
            DatabaseOutages outages,
            Clock clock) {
        this.tasks = tasks;
        this.lifecycle = lifecycle;
        this.catalog = catalog;
        this.triggers = triggers;
        this.lostRuns = lostRuns;
        this.unevaluatedRuns = unevaluatedRuns;
        this.unattendedLocations = unattendedLocations;
        this.heartbeat = heartbeat;
        this.recorder = recorder;
        this.outages = outages;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(Duration.ZERO, PAUSE, "Updating the schedule failed; retrying", this::tick);
    }

    private void tick() throws SchedulerException {
        if (lifecycle.isStopping()) {
            return;
        }
        try {
            heartbeat.beat();
            recorder.storeSpooled();
            update(lifecycle.started());
            outages.succeeded(clock.instant());
        } catch (SchedulerException | RuntimeException e) {
            outages.failed(clock.instant());
            throw e;
        }
    }

    private void update(Scheduler scheduler) throws SchedulerException {
        boolean minute = tick++ % TICKS_PER_CHECK == 0;
        long revision = catalog.revision();
        if (minute || revision != syncedRevision) {
            triggers.sync(scheduler);
            syncedRevision = revision;
        }
        lostRuns.adoptQueued(scheduler);
        if (tick % TICKS_PER_LOCATION_CHECK == 0) {
            unattendedLocations.recordMissed();
        }
        if (minute) {
            lostRuns.requeueStranded();
            lostRuns.endAbandoned();
            lostRuns.recordMissed();
            unevaluatedRuns.evaluate();
        }
    }
}
