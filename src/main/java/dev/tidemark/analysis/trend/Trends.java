package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.StepValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statistics and values over time. */
@ApplicationScoped
public class Trends {
    private static final Duration DAY = Duration.ofDays(1);
    /** Up to here even a run every minute is quickly read one by one. */
    private static final Duration LONG = Duration.ofDays(45);

    private static final int MOST_COMPARED = 5_000;

    private final RunHistory history;

    /** For the container's proxy. */
    protected Trends() {
        this(null);
    }

    @Inject
    public Trends(RunHistory history) {
        this.history = history;
    }

    /** One point per step that has runs, oldest first; steps begin at multiples of the step since the epoch (UTC). */
    public StatisticSeries series(
            ProbeId probe,
            Optional<LocationName> location,
            Metric metric,
            Statistic statistic,
            Instant from,
            Instant to,
            Duration step) {
        return new StatisticSeries(
                metric,
                statistic,
                step,
                steps(probe, location, metric, from, to, step).stream()
                        .map(one -> new StatisticSeries.SeriesPoint(one.at(), one.value(statistic), one.runs()))
                        .toList());
    }

    /**
     * How several metrics went at one location, for the charts of a page. Single runs are thinned for charts, most for all but the
     * first metric; over a long range only the first has any.
     */
    public Map<Metric, Trend> at(
            ProbeId probe, LocationName location, List<Metric> metrics, Instant from, Instant to, Duration step) {
        TrendReader reader = new TrendReader(history, probe, location, from, to, step);
        return isOfDays(from, to, step) ? reader.ofDays(metrics) : reader.ofRuns(metrics);
    }

    /** Whether a range is so long that days' summaries are read, and not its runs. */
    public static boolean isOfDays(Instant from, Instant to, Duration step) {
        return step.toMillis() % DAY.toMillis() == 0
                && Duration.between(from, to).compareTo(LONG) > 0;
    }

    /** Steps of whole days over a long range are merged from the days' summaries, all others are made of each single value. */
    private List<TrendStep> steps(
            ProbeId probe, Optional<LocationName> location, Metric metric, Instant from, Instant to, Duration step) {
        if (isOfDays(from, to, step)) {
            return TrendStep.merged(history.days(probe, location, metric, from, to), step);
        }
        return history.values(probe, location, metric, from, to, step).stream()
                .map(TrendStep::of)
                .toList();
    }

    /** The medians of every probe at every location by step, for small lines in lists. */
    public List<SparklineValues> sparklines(Metric metric, Instant from, Instant to, Duration step) {
        return history.allValues(metric, from, to, step).stream()
                .map(series -> new SparklineValues(
                        series.probe(),
                        series.location(),
                        series.steps().stream().map(Trends::median).toList()))
                .toList();
    }

    /** What changed between two periods; empty when one of them has too few runs. Each is read up to its newest 5,000 runs. */
    public Optional<PeriodComparison> compare(
            ProbeId probe, Optional<LocationName> location, Metric metric, Period earlier, Period later) {
        return PeriodComparison.of(values(probe, location, metric, earlier), values(probe, location, metric, later));
    }

    private double[] values(ProbeId probe, Optional<LocationName> location, Metric metric, Period period) {
        return history.points(probe, location, metric, period.from(), period.to(), MOST_COMPARED).stream()
                .mapToDouble(Point::value)
                .toArray();
    }

    private static StatisticSeries.SeriesPoint median(StepValues values) {
        return new StatisticSeries.SeriesPoint(values.at(), Statistic.MEDIAN.of(values.values()), values.values().length);
    }
}
