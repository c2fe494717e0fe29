package dev.tidemark.reporting.status;

import dev.tidemark.analysis.trend.StatisticSeries;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.SparklineChart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Two weeks of a metric: the last week as a sparkline, and its change from the previous week. */
record Sparkline(List<StatisticSeries.SeriesPoint> points, Instant now) {

    static final Duration STEP = Duration.ofHours(6);
    static final Duration WEEK = Duration.ofDays(7);
    private static final double SAME = 0.05;

    /** The start of the step that contains an instant. */
    static Instant start(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds());
    }

    SparklineChart chart(Metric metric) {
        Map<Instant, Double> byStart = points.stream()
                .collect(Collectors.toMap(
                        StatisticSeries.SeriesPoint::at, StatisticSeries.SeriesPoint::value, (a, b) -> b));
        List<OptionalDouble> values = new ArrayList<>();
        long step = STEP.toSeconds();
        long first = Math.floorDiv(now.minus(WEEK).getEpochSecond(), step) + 1;
        for (long i = first; i * step <= now.getEpochSecond(); i++) {
            Double value = byStart.get(Instant.ofEpochSecond(i * step));
            values.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return new SparklineChart(description(metric, values), values);
    }

    /** Text alternative of the line. */
    private static LocalizedMessage description(Metric metric, List<OptionalDouble> values) {
        DoubleSummaryStatistics known = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        return known.getCount() == 0
                ? LocalizedMessage.of("overview.sparkline.noValues", metric.shortName())
                : LocalizedMessage.of(
                        "overview.sparkline.values",
                        metric.shortName(),
                        MetricFormat.of(metric, known.getMin()),
                        MetricFormat.of(metric, known.getMax()));
    }

    Optional<ProbeStatus.WeeklyChange> change() {
        Instant weekAgo = now.minus(WEEK);
        double[] before = values(Instant.MIN, weekAgo);
        double[] after = values(weekAgo, Instant.MAX);
        if (before.length == 0 || after.length == 0) {
            return Optional.empty();
        }
        double from = Statistic.MEDIAN.of(before);
        double to = Statistic.MEDIAN.of(after);
        boolean same = Math.abs(to - from) <= SAME * from;
        String change = MetricFormat.relativeChange(from, to);
        String text =
                change.isEmpty() ? LocalizedMessage.of("status.change.fromZero").toString() : change;
        return Optional.of(new ProbeStatus.WeeklyChange(text, same ? "same" : to > from ? "worse" : "better"));
    }

    private double[] values(Instant from, Instant to) {
        return points.stream()
                .filter(point -> !point.at().isBefore(from) && point.at().isBefore(to))
                .mapToDouble(StatisticSeries.SeriesPoint::value)
                .toArray();
    }
}
