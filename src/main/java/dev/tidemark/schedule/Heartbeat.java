package dev.tidemark.schedule;

import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.platform.Schema;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Looks after the schedule from outside of Quartz: starts it, follows the catalogue, and once a minute checks that no probe
 * is stuck and no slot is lost.
 */
@ApplicationScoped
public class Heartbeat {

    private static final int SECONDS_PER_BEAT = 2;
    private static final int BEATS_PER_CHECK = 30;
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    private final Schema schema;
    private final Conductor conductor;
    private final ProbeCatalog catalog;
    private final TriggerSync triggers;
    private final LostRuns lostRuns;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> beats;
    private long beat;
    private long syncedRevision = Long.MIN_VALUE;
    private boolean troubled;

    protected Heartbeat() {
        this(null, null, null, null, null);
    }

    @Inject
    public Heartbeat(
            Schema schema, Conductor conductor, ProbeCatalog catalog, TriggerSync triggers, LostRuns lostRuns) {
        this.schema = schema;
        this.conductor = conductor;
        this.catalog = catalog;
        this.triggers = triggers;
        this.lostRuns = lostRuns;
    }

    void begin(@Observes Startup startup) {
        beats = executor.scheduleWithFixedDelay(this::safeBeat, 0, SECONDS_PER_BEAT, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        beats.cancel(false);
    }

    /** A task that throws is never run again by the executor; the next beat may meet a database that is back. */
    private void safeBeat() {
        try {
            if (schema.isCurrent()) {
                beat();
            }
            troubled = false;
        } catch (SchedulerException | RuntimeException e) {
            LOG.log(
                    troubled ? Level.FINE : Level.WARNING,
                    e,
                    () -> "the schedule cannot go on and tries again every " + SECONDS_PER_BEAT + " s");
            troubled = true;
        }
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
        }
    }
}
