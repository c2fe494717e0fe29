package dev.tidemark.storage.run;

import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The steps of {@link Retention}, each in its own transaction. */
@ApplicationScoped
public class RetentionTasks {
    /** Ensures that only one node changes partitions at a time. */
    private static final long LOCK = 0x7469646550617274L;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final RunSeries runSeries;

    @Inject
    public RetentionTasks(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /** Without a container: the given entity manager and its transaction. */
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

    /** Returns the number of dropped tables. */
    @Transactional
    public int drop(Instant now, RetentionSettings settings) {
        return tryLock() ? new Partitions(entities).drop(now, settings) : 0;
    }

    /** Summarizes completed days of series; returns the number of days found. */
    @Transactional
    public int summarizeDays(Instant now, int limit) {
        return runSeries.summarizeDays(now, limit);
    }

    private boolean tryLock() {
        return (Boolean) SqlStatement.of(entities, "SELECT pg_try_advisory_xact_lock(?1)", LOCK)
                .getSingleResult();
    }
}
