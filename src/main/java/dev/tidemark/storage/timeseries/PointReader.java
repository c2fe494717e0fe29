package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads measurements with scans of the primary key of {@code measurement} only. */
record PointReader(EntityManager entities) {
    /** A year of runs every five minutes. */
    static final int MAX_POINTS = 110_000;

    List<Point> points(SeriesKey key, Interval interval, int limit) {
        List<Point> points = new ArrayList<>();
        for (Integer series : series(key)) {
            points.addAll(points(series, key.metric(), interval, Math.max(1, Math.min(MAX_POINTS, limit))));
        }
        points.sort(Comparator.comparing(Point::at));
        return List.copyOf(points.subList(Math.max(0, points.size() - limit), points.size()));
    }

    /** Returns all points as one value of 32 bytes each; a month of points as rows takes four times as long. */
    private List<Point> points(Integer series, Metric metric, Interval interval, int limit) {
        Object packed = SqlStatement.of(entities, """
                        SELECT string_agg(int8send(CAST(extract(epoch FROM planned_at) * 1000 AS bigint))
                            || float8send(value) || uuid_send(run_id), '' ORDER BY planned_at)
                        FROM (SELECT planned_at, value, run_id FROM measurement
                            WHERE series_id = ?1 AND metric_id = (SELECT id FROM metric WHERE code = ?2)
                            AND planned_at >= ?3 AND planned_at < ?4 ORDER BY planned_at DESC LIMIT ?5) newest""", series, metric.code(), interval.from(), interval.to(), limit)
                .getSingleResult();
        return packed == null ? List.of() : unpacked(ByteBuffer.wrap((byte[]) packed));
    }

    private static List<Point> unpacked(ByteBuffer bytes) {
        List<Point> points = new ArrayList<>();
        while (bytes.hasRemaining()) {
            Instant at = Instant.ofEpochMilli(bytes.getLong());
            double value = bytes.getDouble();
            points.add(new Point(at, value, new RunId(new UUID(bytes.getLong(), bytes.getLong()))));
        }
        return points;
    }

    @SuppressWarnings("unchecked")
    private List<Integer> series(SeriesKey key) {
        return SqlStatement.of(
                        entities,
                        "SELECT id FROM series WHERE probe = ?1 AND (location = ?2 OR ?2 = '') ORDER BY id LIMIT 100",
                        key.probe().slug(),
                        key.location().map(LocationName::name).orElse(""))
                .getResultList();
    }
}
