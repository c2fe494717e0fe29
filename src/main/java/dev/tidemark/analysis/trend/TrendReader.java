package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.ValueSeries;
import dev.tidemark.storage.timeseries.ValueSummary;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the trends of a page with few queries: single runs with one query, or, over a long range, daily summaries, and a sample of the runs
 * of the first metric.
 */
record TrendReader(RunSeries runSeries, ProbeId probe, LocationName location, Interval interval, Duration step) {
    private static final int QUANTILES = 500;

    /** From single runs. */
    Map<Metric, Trend> ofRuns(List<Metric> metrics) {
        Map<Metric, ValueSeries> seriesByMetric = runSeries.valueSeries(probe, location, metrics, interval);
        Map<Metric, Trend> trends = new HashMap<>();
        metrics.forEach(metric -> {
            ValueSeries series = seriesByMetric.get(metric);
            int dots = metric.equals(metrics.get(0)) ? RunDownsampler.MAX_RUNS : RunDownsampler.MAX_RUNS_SMALL;
            trends.put(metric, series == null ? Trend.NONE : of(metric, series, dots));
        });
        return trends;
    }

    /** From daily summaries; only the first metric has dots. */
    Map<Metric, Trend> ofDays(List<Metric> metrics) {
        Map<Metric, Trend> trends = new HashMap<>();
        runSeries.days(probe, location, metrics, interval).forEach((metric, days) -> {
            Trend trend = days.isEmpty() ? Trend.NONE : of(days, metric, metric.equals(metrics.get(0)));
            trends.put(metric, trend);
        });
        return trends;
    }

    private Trend of(Metric metric, ValueSeries series, int dots) {
        Stream<TrendStep> trendSteps = series.by(step).stream().map(TrendStep::of);
        if (metric.isShareOfRuns()) {
            return ofShares(series.size(), trendSteps);
        }
        List<StepQuartiles> steps = trendSteps.map(TrendStep::quartiles).toList();
        return new Trend(series.size(), RunDownsampler.of(series, dots), steps, series.values());
    }

    /** Single runs are 0 or 100 %, so that only the shares of steps are a trend. */
    private static Trend ofShares(int runs, Stream<TrendStep> trendSteps) {
        List<StepQuartiles> steps = trendSteps.map(TrendStep::share).toList();
        double[] shares = steps.stream().mapToDouble(StepQuartiles::median).toArray();
        return new Trend(runs, List.of(), steps, shares);
    }

    private Trend of(List<ValueSummary> days, Metric metric, boolean withDots) {
        ValueSummary whole = ValueSummary.merge(interval.from(), days);
        if (metric.isShareOfRuns()) {
            return ofShares(whole.runs(), TrendStep.merged(days, step).stream());
        }
        List<StepQuartiles> steps =
                TrendStep.merged(days, step).stream().map(TrendStep::quartiles).toList();
        double[] quantiles = IntStream.range(0, QUANTILES)
                .mapToDouble(i -> whole.quantile((i + 0.5) / QUANTILES))
                .toArray();
        return new Trend(whole.runs(), withDots ? dots(metric, whole) : List.of(), steps, quantiles);
    }

    /** Reads a slice of each bucket, sized so that all slices together contain the intended number of runs. */
    private List<TimeValue> dots(Metric metric, ValueSummary whole) {
        Duration bucket = interval.length().dividedBy(RunDownsampler.MAX_RUNS);
        Duration slice = interval.length().dividedBy(whole.runs());
        double high = whole.quantile(RunDownsampler.belowHighest(whole.runs(), RunDownsampler.MAX_RUNS));
        ValueSeries samples = runSeries.downsampled(probe, location, metric, interval, bucket, slice, high);
        return RunDownsampler.of(samples, 2 * RunDownsampler.MAX_RUNS);
    }
}
