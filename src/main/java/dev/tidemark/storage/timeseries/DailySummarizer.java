package dev.tidemark.storage.timeseries;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Summarizes the days that are due, with all metrics of a series. It is idempotent and safe to run on several nodes. */
record DailySummarizer(EntityManager entities) {
    /** Summarizes some completed days; returns the number of days (per series), 0 when none is due. */
    int summarize(Instant now, int limit) {
        List<Object[]> due = SqlStatement.rows(
                entities, """
                DELETE FROM daily_summary_due WHERE (series_id, day) IN (
                    SELECT series_id, day FROM daily_summary_due WHERE day < ?1 ORDER BY day, series_id LIMIT ?2 FOR UPDATE SKIP LOCKED)
                RETURNING series_id, day""", Date.valueOf(now.atZone(ZoneOffset.UTC).toLocalDate()), limit);
        due.forEach(row -> summarize((Integer) row[0], ((Date) row[1]).toLocalDate()));
        return due.size();
    }

    private void summarize(int series, LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Object[]> metrics = SqlStatement.rows(entities, """
                SELECT metric_id, string_agg(float8send(value), '') FROM measurement
                WHERE series_id = ?1 AND metric_id IN (SELECT id FROM metric) AND planned_at >= ?2 AND planned_at < ?3
                GROUP BY metric_id ORDER BY metric_id""", series, midnight, midnight.plusSeconds(24 * 3600));
        metrics.forEach(
                row -> store(series, day, (Number) row[0], ValueSummary.of(midnight, numbers((byte[]) row[1]))));
    }

    private void store(int series, LocalDate day, Number metric, ValueSummary summary) {
        SqlStatement.of(
                        entities,
                        """
                        INSERT INTO daily_summary (series_id, metric_id, day, runs, minimum, maximum, total, sketch)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        ON CONFLICT (series_id, metric_id, day) DO UPDATE SET runs = excluded.runs, minimum = excluded.minimum,
                            maximum = excluded.maximum, total = excluded.total, sketch = excluded.sketch""",
                        series,
                        metric,
                        Date.valueOf(day),
                        summary.runs(),
                        summary.lowest(),
                        summary.highest(),
                        summary.total(),
                        summary.sketch())
                .executeUpdate();
    }

    static double[] numbers(byte[] packed) {
        double[] values = new double[packed.length / Double.BYTES];
        ByteBuffer.wrap(packed).asDoubleBuffer().get(values);
        return values;
    }
}
