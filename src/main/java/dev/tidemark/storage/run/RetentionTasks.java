package dev.tidemark.storage.run;

import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The steps of {@link Retention}, each a transaction of its own. */
@ApplicationScoped
public class RetentionTasks {
    /** Two nodes at the same tables would only wait for each other. */
    private static final long LOCK = 0x7469646550617274L;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final RunSeries runSeries;

    protected RetentionTasks() {
        this.runSeries = null;
    }

    @Inject
    public RetentionTasks(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /** Without a container: the caller's entity manager and its transaction. */
    RetentionTasks(EntityManager entities) {
        this.entities = entities;
        this.runSeries = new RunSeries(entities);
    }

    @Transactional
    public void createPartitions(Instant now) {
        if (tryLock()) {
            new Partitions(entities).createAhead(now);
        }
    }

    /** Returns how many tables were dropped. */
    @Transactional
    public int drop(Instant now, RetentionSettings settings) {
        return tryLock() ? new Partitions(entities).drop(now, settings) : 0;
    }

    /** Sums up at most so many days of series that have ended; returns how many it found due. */
    @Transactional
    public int summarizeDays(Instant now, int limit) {
        return runSeries.summarizeDays(now, limit);
    }

    private boolean tryLock() {
        return (Boolean) SqlStatement.of(entities, "SELECT pg_try_advisory_xact_lock(?1)", LOCK)
                .getSingleResult();
    }
}
