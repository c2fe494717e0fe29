package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.storage.timeseries.ValueSeries;
import java.util.List;
import java.util.stream.IntStream;

/** The single runs that a chart shows: more than {@value #MAX_RUNS} only make a cloud, and a slow page. */
final class RunDownsampler {
    static final int MAX_RUNS = 1_500;
    /** Beside a large chart: as many as can be told apart. */
    static final int MAX_RUNS_SMALL = 300;

    private static final int HIGHEST_SHARE = 25;

    private RunDownsampler() {}

    /** Evenly fewer over the whole range, but none of the spikes is lost. */
    static List<TimeValue> of(ValueSeries track, int most) {
        int every = Math.max(1, (track.size() + most - 1) / most);
        double high = every == 1 ? 0 : highest(track, most);
        return IntStream.range(0, track.size())
                .filter(i -> i % every == 0 || track.value(i) > high)
                .mapToObj(i -> new TimeValue(track.at(i), track.value(i)))
                .toList();
    }

    private static double highest(ValueSeries track, int most) {
        return Quantile.of(track.values(), belowHighest(track.size(), most));
    }

    /** The share of so many runs that lies below the spikes, which are always shown. */
    static double belowHighest(int runs, int most) {
        return Math.max(0, 1 - (double) most / HIGHEST_SHARE / runs);
    }
}
