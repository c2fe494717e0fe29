package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A statistic of a metric over time, in the metric's unit. */
public record StatisticSeries(Metric metric, Statistic statistic, Duration step, List<SeriesPoint> points) {

    public StatisticSeries {
        points = List.copyOf(points);
    }

    /** The statistic over the runs planned from {@code at} on, for one step. */
    public record SeriesPoint(Instant at, double value, int runs) {}
}
