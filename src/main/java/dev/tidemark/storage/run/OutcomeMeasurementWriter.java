package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;

/**
 * Writes the outcome of an ended run as measurements of uptime and failed runs, 0 or 100 %, so that their means over several runs
 * are shares. The runs that count are those of {@code OutcomeTally}: neither in maintenance nor failed because of the monitor or a
 * policy.
 */
record OutcomeMeasurementWriter(EntityManager entities) {

    private static final String MEASUREMENTS = """
            INSERT INTO measurement (series_id, metric_id, planned_at, value, run_id)
            SELECT s.id, m.id, r.planned_at, CASE WHEN (r.outcome = 'OK') = (m.code = 'UPTIME') THEN 100 ELSE 0 END, r.id
            FROM run r
            JOIN series s ON s.probe = r.probe AND s.location = r.location
            JOIN metric m ON m.code IN ('UPTIME', 'ERRORS')
            WHERE r.id = ?1 AND r.planned_at = ?2 AND r.maintenance IS NULL AND (r.outcome = 'OK' OR r.fault = 'TARGET')""";

    /** Locks the day: a summary in progress waits for this transaction, or is repeated after it. */
    private static final String DAY = """
            INSERT INTO daily_summary_due (series_id, day)
            SELECT s.id, CAST(r.planned_at AT TIME ZONE 'UTC' AS date)
            FROM run r JOIN series s ON s.probe = r.probe AND s.location = r.location
            WHERE r.id = ?1 AND r.planned_at = ?2
            ON CONFLICT (series_id, day) DO UPDATE SET day = excluded.day""";

    void write(RunId run) {
        int written = SqlStatement.of(entities, MEASUREMENTS, run.value(), PlannedInstant.of(run))
                .executeUpdate();
        if (written > 0) {
            SqlStatement.of(entities, DAY, run.value(), PlannedInstant.of(run)).executeUpdate();
        }
    }
}
