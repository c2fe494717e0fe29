package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.storage.timeseries.ValueSeries;
import java.util.List;
import java.util.stream.IntStream;

/** Downsamples the single runs of a chart: more than {@value #MAX_RUNS} dots cannot be distinguished and slow down the page. */
final class RunDownsampler {
    static final int MAX_RUNS = 1_500;
    /** The maximum for small charts. */
    static final int MAX_RUNS_SMALL = 300;

    private static final int OUTLIER_FRACTION = 25;

    private RunDownsampler() {}

    /** Evenly spaced runs over the whole range; outliers are retained. */
    static List<TimeValue> of(ValueSeries series, int maxRuns) {
        int every = Math.max(1, (series.size() + maxRuns - 1) / maxRuns);
        double high = every == 1 ? 0 : highest(series, maxRuns);
        return IntStream.range(0, series.size())
                .filter(i -> i % every == 0 || series.value(i) > high)
                .mapToObj(i -> new TimeValue(series.at(i), series.value(i)))
                .toList();
    }

    private static double highest(ValueSeries series, int maxRuns) {
        return Quantile.of(series.values(), belowHighest(series.size(), maxRuns));
    }

    /** The quantile above which runs are outliers, which are always retained. */
    static double belowHighest(int runs, int maxRuns) {
        return Math.max(0, 1 - (double) maxRuns / OUTLIER_FRACTION / runs);
    }
}
