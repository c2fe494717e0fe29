package dev.tidemark.change;

import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is usual for each series, counted anew once an hour. */
@ApplicationScoped
class Baselines {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration FURTHEST = Duration.ofDays(90);
    /** Two weeks of a run every five minutes. */
    private static final int MOST_RUNS = 4_032;

    private final RunHistory history;
    private final Map<Series, Counted> counted = new ConcurrentHashMap<>();

    protected Baselines() {
        this(null);
    }

    @Inject
    Baselines(RunHistory history) {
        this.history = history;
    }

    /**
     * What is usual before the oldest of the latest runs; empty with too few.
     *
     * @param since when the series was moved the last time: what was before that says nothing any more
     */
    Optional<Usual> of(Slot slot, Metric metric, Instant since, Instant before) {
        Series series = new Series(slot.probe(), slot.location(), metric);
        Counted known = counted.get(series);
        if (known == null
                || !known.since().equals(since)
                || known.until().plus(FRESH).isBefore(before)) {
            known = new Counted(since, before, count(series, since, before));
            counted.put(series, known);
        }
        return known.usual();
    }

    Season season(Slot slot, Metric metric) {
        return Optional.ofNullable(counted.get(new Series(slot.probe(), slot.location(), metric)))
                .flatMap(Counted::usual)
                .map(Usual::season)
                .orElse(Season.NONE);
    }

    /** How many series are watched at the same time; at least one. */
    int watched() {
        return (int) Math.max(
                1,
                counted.values().stream().filter(one -> one.usual().isPresent()).count());
    }

    private Optional<Usual> count(Series series, Instant since, Instant before) {
        Instant furthest = before.minus(FURTHEST);
        return Usual.of(
                series.metric(),
                history.points(
                        series.probe(),
                        Optional.of(series.location()),
                        series.metric(),
                        since.isAfter(furthest) ? since : furthest,
                        before,
                        MOST_RUNS));
    }

    private record Series(ProbeId probe, LocationName location, Metric metric) {}

    private record Counted(Instant since, Instant until, Optional<Usual> usual) {}
}
