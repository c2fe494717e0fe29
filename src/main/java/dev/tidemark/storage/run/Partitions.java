package dev.tidemark.storage.run;

import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Creates the partitions of coming months and days, and drops expired ones. */
record Partitions(EntityManager entities) {
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration DAYS_AHEAD = Duration.ofDays(7);
    private static final List<String> OF_RUNS = List.of("run", "measurement");

    void createAhead(Instant now) {
        List.of("run", "measurement", "sample").forEach(table -> create(table, "month", now, now.plus(AHEAD)));
        create("artifact", "day", now, now.plus(DAYS_AHEAD));
    }

    /** Months of measurements with days that are not yet summarized are not dropped. */
    int drop(Instant now, RetentionSettings settings) {
        int dropped = drop("artifact", "day", now.minus(settings.artifacts()))
                + drop("sample", "month", now.minus(settings.samples()));
        Instant before = now.minus(settings.runs());
        if (isSummarized(before)) {
            dropped += OF_RUNS.stream()
                    .mapToInt(table -> drop(table, "month", before))
                    .sum();
        }
        return dropped;
    }

    private boolean isSummarized(Instant before) {
        return SqlStatement.of(
                        entities, "SELECT 1 FROM daily_summary_due WHERE day < CAST(?1 AS timestamptz) LIMIT 1", before)
                .getResultList()
                .isEmpty();
    }

    void create(String table, String step, Instant first, Instant last) {
        limitLockWait();
        SqlStatement.of(entities, "SELECT create_partitions(?1, ?2, ?3, ?4)", table, step, first, last)
                .getSingleResult();
    }

    private int drop(String table, String step, Instant before) {
        limitLockWait();
        return ((Number) SqlStatement.of(entities, "SELECT drop_partitions(?1, ?2, ?3)", table, step, before)
                        .getSingleResult())
                .intValue();
    }

    /** Limits the wait for a table lock, which would block all later queries of the table; the next run tries again. */
    private void limitLockWait() {
        SqlStatement.of(entities, "SELECT set_config('lock_timeout', '5s', true)")
                .getSingleResult();
    }
}
