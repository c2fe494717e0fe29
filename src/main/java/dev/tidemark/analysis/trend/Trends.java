package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.storage.timeseries.StepValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Statistics and values over time. */
@ApplicationScoped
public class Trends {
    private static final Duration DAY = Duration.ofDays(1);
    /** Up to this length single runs are read, even with one run per minute. */
    private static final Duration MAX_RANGE_OF_RUNS = Duration.ofDays(45);

    private final RunSeries runSeries;

    @Inject
    public Trends(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /** One point per step that has runs, oldest first; steps begin at multiples of the step since the epoch (UTC). */
    public StatisticSeries series(SeriesKey key, Statistic statistic, Interval interval, Duration step) {
        return new StatisticSeries(
                key.metric(),
                statistic,
                step,
                steps(key, interval, step).stream()
                        .map(one -> new StatisticSeries.SeriesPoint(one.at(), one.value(statistic), one.runs()))
                        .toList());
    }

    /**
     * The trends of several metrics at one location, for the charts of a page. Single runs are downsampled, most of all for metrics after the
     * first; over a long range only the first metric has single runs.
     */
    public Map<Metric, Trend> at(
            ProbeId probe, LocationName location, List<Metric> metrics, Interval interval, Duration step) {
        TrendReader reader = new TrendReader(runSeries, probe, location, interval, step);
        return isOfDays(interval, step) ? reader.ofDays(metrics) : reader.ofRuns(metrics);
    }

    /** Whether an interval is so long that daily summaries are read instead of runs. */
    public static boolean isOfDays(Interval interval, Duration step) {
        return step.toMillis() % DAY.toMillis() == 0 && interval.length().compareTo(MAX_RANGE_OF_RUNS) > 0;
    }

    /** From daily summaries for steps of whole days over a long interval, else from single values. */
    private List<TrendStep> steps(SeriesKey key, Interval interval, Duration step) {
        if (isOfDays(interval, step)) {
            return TrendStep.merged(runSeries.days(key, interval), step);
        }
        return runSeries.values(key, interval, step).stream().map(TrendStep::of).toList();
    }

    /** The medians of every probe at every location by step. */
    public List<SparklineValues> sparklines(Metric metric, Interval interval, Duration step) {
        return runSeries.allValues(metric, interval, step).stream()
                .map(series -> new SparklineValues(
                        series.probe(),
                        series.location(),
                        series.steps().stream().map(Trends::median).toList()))
                .toList();
    }

    private static StatisticSeries.SeriesPoint median(StepValues values) {
        return new StatisticSeries.SeriesPoint(
                values.at(), Statistic.MEDIAN.of(values.values()), values.values().length);
    }
}
