package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the values of several metrics with one scan of the primary key of {@code measurement}. Each metric is returned as one
 * value of 16 bytes per run; rows take four times as long.
 */
record ValueSeriesReader(EntityManager entities, ProbeId probe, LocationName location) {
    /** Enough for a month of one metric every ten seconds, or half a year of several metrics every five minutes. */
    private static final int MAX_VALUES = 400_000;

    private static final String PACKED = """
            SELECT m.code, packed.points FROM metric m JOIN (
                SELECT metric_id, string_agg(timestamptz_send(planned_at) || float8send(value), '') AS points
                FROM (SELECT metric_id, planned_at, value FROM measurement
                    WHERE series_id = (SELECT id FROM series WHERE probe = ?1 AND location = ?2)
                    AND metric_id IN (SELECT id FROM metric WHERE code = ANY(string_to_array(?3, chr(10))))
                    AND planned_at >= ?4 AND planned_at < ?5 %s LIMIT ?6) one
                GROUP BY metric_id) packed ON packed.metric_id = m.id ORDER BY m.id""";

    /** All runs; metrics without values are left out. */
    Map<Metric, ValueSeries> all(List<Metric> metrics, Interval interval) {
        return read(PACKED.formatted(""), codes(metrics), interval, MAX_VALUES);
    }

    /** The runs in the first {@code slice} of each {@code bucket} of time, and all runs with a value of {@code high} or more. */
    ValueSeries downsampled(Metric metric, Interval interval, Duration bucket, Duration slice, double high) {
        String some = """
                AND (value >= ?7 OR planned_at - date_bin(make_interval(secs => ?8), planned_at, 'epoch')
                    < make_interval(secs => ?9))""";
        return read(
                        PACKED.formatted(some),
                        metric.code(),
                        interval,
                        MAX_VALUES,
                        high,
                        bucket.toMillis() / 1000.0,
                        slice.toMillis() / 1000.0)
                .getOrDefault(metric, ValueSeries.empty());
    }

    private Map<Metric, ValueSeries> read(String sql, String codes, Interval interval, Object... others) {
        Object[] parameters = new Object[others.length + 5];
        parameters[0] = probe.slug();
        parameters[1] = location.name();
        parameters[2] = codes;
        parameters[3] = interval.from();
        parameters[4] = interval.to();
        System.arraycopy(others, 0, parameters, 5, others.length);
        Map<Metric, ValueSeries> series = new HashMap<>();
        SqlStatement.rows(entities, sql, parameters)
                .forEach(row -> series.put(Metric.of((String) row[0]), ValueSeries.unpacked((byte[]) row[1])));
        return Map.copyOf(series);
    }

    private static String codes(List<Metric> metrics) {
        return metrics.stream().map(Metric::code).collect(Collectors.joining("\n"));
    }
}
