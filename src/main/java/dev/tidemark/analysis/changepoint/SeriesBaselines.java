package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The baselines of all series, recomputed hourly. */
@ApplicationScoped
class SeriesBaselines {
    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final Duration MAX_SPAN = Duration.ofDays(90);
    /** Two weeks of a run every five minutes. */
    private static final int MAX_RUNS = 4_032;

    private final RunSeries runSeries;
    private final Map<SeriesKey, Computed> computed = new ConcurrentHashMap<>();

    @Inject
    SeriesBaselines(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /**
     * The baseline of a series; empty with too few runs.
     *
     * @param since the last confirmed change of the series; older runs are not used
     * @param before the end of the baseline, exclusive
     */
    Optional<SeriesBaseline> of(Slot slot, Metric metric, Instant since, Instant before) {
        SeriesKey series = new SeriesKey(slot, metric);
        Computed cached = computed.get(series);
        if (cached == null
                || !cached.since().equals(since)
                || cached.until().plus(MAX_AGE).isBefore(before)) {
            cached = new Computed(since, before, compute(series, since, before));
            computed.put(series, cached);
        }
        return cached.baseline();
    }

    /** The daily pattern of a series. */
    Seasonality season(Slot slot, Metric metric) {
        return Optional.ofNullable(computed.get(new SeriesKey(slot, metric)))
                .flatMap(Computed::baseline)
                .map(SeriesBaseline::season)
                .orElse(Seasonality.NONE);
    }

    /** The number of series with a baseline, which are tested at the same time; at least one. */
    int testedSeries() {
        return (int) Math.max(
                1,
                computed.values().stream()
                        .filter(one -> one.baseline().isPresent())
                        .count());
    }

    private Optional<SeriesBaseline> compute(SeriesKey series, Instant since, Instant before) {
        Instant earliest = before.minus(MAX_SPAN);
        return SeriesBaseline.of(
                series.metric(),
                runSeries.points(series, new Interval(since.isAfter(earliest) ? since : earliest, before), MAX_RUNS));
    }

    private record Computed(Instant since, Instant until, Optional<SeriesBaseline> baseline) {}
}
