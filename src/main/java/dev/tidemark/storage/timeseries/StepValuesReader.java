package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads values by step: one row per step with its values as 8-byte numbers. One row per value would be ten times slower, and a
 * percentile in SQL would duplicate the implementation of quantiles.
 */
record StepValuesReader(EntityManager entities) {
    static final int MAX_STEPS = 20_000;

    List<StepValues> values(SeriesKey key, Interval interval, Duration step) {
        String sql = """
                SELECT date_bin(make_interval(secs => ?7), planned_at, 'epoch') AS at, string_agg(float8send(value), '')
                FROM measurement
                WHERE series_id IN (SELECT id FROM series WHERE probe = ?1 AND (location = ?2 OR ?2 = ''))
                AND metric_id = (SELECT id FROM metric WHERE code = ?3) AND planned_at >= ?4 AND planned_at < ?5
                GROUP BY at ORDER BY at LIMIT ?6""";
        return SqlStatement.rows(
                        entities,
                        sql,
                        key.probe().slug(),
                        key.location().map(LocationName::name).orElse(""),
                        key.metric().code(),
                        interval.from(),
                        interval.to(),
                        MAX_STEPS,
                        step.toMillis() / 1000.0)
                .stream()
                .map(row -> stepValues(row[0], row[1]))
                .toList();
    }

    /** All probes at all locations, with one query. */
    List<SeriesValues> allValues(Metric metric, Interval interval, Duration step) {
        String sql = """
                SELECT s.probe, s.location, date_bin(make_interval(secs => ?5), m.planned_at, 'epoch') AS at,
                    string_agg(float8send(m.value), '')
                FROM series s JOIN measurement m ON m.series_id = s.id
                WHERE m.metric_id = (SELECT id FROM metric WHERE code = ?1) AND m.planned_at >= ?2 AND m.planned_at < ?3
                GROUP BY s.probe, s.location, at ORDER BY s.probe, s.location, at LIMIT ?4""";
        List<Object[]> rows = SqlStatement.rows(
                entities, sql, metric.code(), interval.from(), interval.to(), 10 * MAX_STEPS, step.toMillis() / 1000.0);
        List<SeriesValues> all = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !sameSeries(rows.get(first), rows.get(i))) {
                all.add(series(rows.subList(first, i)));
                first = i;
            }
        }
        return List.copyOf(all);
    }

    private static boolean sameSeries(Object[] one, Object[] other) {
        return one[0].equals(other[0]) && one[1].equals(other[1]);
    }

    private static SeriesValues series(List<Object[]> rows) {
        return new SeriesValues(
                new ProbeId((String) rows.get(0)[0]),
                new LocationName((String) rows.get(0)[1]),
                rows.stream().map(row -> stepValues(row[2], row[3])).toList());
    }

    private static StepValues stepValues(Object at, Object bytes) {
        return new StepValues(((Timestamp) at).toInstant(), DailySummarizer.numbers((byte[]) bytes));
    }
}
