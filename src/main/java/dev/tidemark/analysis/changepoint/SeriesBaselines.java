package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is usual for each series, counted anew once an hour. */
@ApplicationScoped
class SeriesBaselines {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration FURTHEST = Duration.ofDays(90);
    /** Two weeks of a run every five minutes. */
    private static final int MOST_RUNS = 4_032;

    private final RunSeries runSeries;
    private final Map<BaselineKey, Counted> counted = new ConcurrentHashMap<>();

    @Inject
    SeriesBaselines(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /**
     * What is usual before the oldest of the latest runs; empty with too few.
     *
     * @param since when the series was moved the last time: what was before that says nothing any more
     */
    Optional<SeriesBaseline> of(Slot slot, Metric metric, Instant since, Instant before) {
        BaselineKey series = new BaselineKey(slot.probe(), slot.location(), metric);
        Counted known = counted.get(series);
        if (known == null
                || !known.since().equals(since)
                || known.until().plus(FRESH).isBefore(before)) {
            known = new Counted(since, before, count(series, since, before));
            counted.put(series, known);
        }
        return known.usual();
    }

    Seasonality season(Slot slot, Metric metric) {
        return Optional.ofNullable(counted.get(new BaselineKey(slot.probe(), slot.location(), metric)))
                .flatMap(Counted::usual)
                .map(SeriesBaseline::season)
                .orElse(Seasonality.NONE);
    }

    /** How many series are watched at the same time; at least one. */
    int watched() {
        return (int) Math.max(
                1,
                counted.values().stream().filter(one -> one.usual().isPresent()).count());
    }

    private Optional<SeriesBaseline> count(BaselineKey series, Instant since, Instant before) {
        Instant furthest = before.minus(FURTHEST);
        return SeriesBaseline.of(
                series.metric(),
                runSeries.points(
                        series.probe(),
                        Optional.of(series.location()),
                        series.metric(),
                        since.isAfter(furthest) ? since : furthest,
                        before,
                        MOST_RUNS));
    }

    private record BaselineKey(ProbeId probe, LocationName location, Metric metric) {}

    private record Counted(Instant since, Instant until, Optional<SeriesBaseline> usual) {}
}
