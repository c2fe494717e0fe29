package dev.tidemark.schedule;

import dev.tidemark.history.Retention;
import dev.tidemark.platform.Schema;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once an hour: sums up days that have ended, makes room for those to come, and lets go of what was kept long enough. */
@ApplicationScoped
public class Housekeeping {

    private static final int FIRST_AFTER_MINUTES = 1;
    private static final int EVERY_MINUTES = 60;
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    private final Schema schema;
    private final Retention retention;
    private final Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    protected Housekeeping() {
        this(null, null, null);
    }

    @Inject
    public Housekeeping(Schema schema, Retention retention, Clock clock) {
        this.schema = schema;
        this.retention = retention;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        rounds = executor.scheduleWithFixedDelay(this::round, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        rounds.cancel(false);
    }

    /** A task that throws is never run again by the executor; the next round goes on where this one ended. */
    private void round() {
        try {
            if (schema.isCurrent()) {
                Retention.Swept swept = retention.sweep(clock.instant());
                LOG.fine(() -> "summed up " + swept.days() + " days, dropped " + swept.tablesDropped() + " tables");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the history could not be looked after; tried again in an hour");
        }
    }
}
