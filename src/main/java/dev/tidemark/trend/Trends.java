package dev.tidemark.trend;

import dev.tidemark.history.RunHistory;
import dev.tidemark.history.StepValues;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to series. */
@ApplicationScoped
public class Trends {
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
    public Series series(
            ProbeId probe,
            Optional<LocationName> location,
            Metric metric,
            Statistic statistic,
            Instant from,
            Instant to,
            Duration step) {
        List<Series.SeriesPoint> points = history.values(probe, location, metric, from, to, step).stream()
                .map(values -> point(values, statistic))
                .toList();
        return new Series(metric, statistic, step, points);
    }

    /** Median and spread by step, as charts draw them. */
    public List<Spread> spread(
            ProbeId probe, Optional<LocationName> location, Metric metric, Instant from, Instant to, Duration step) {
        return history.values(probe, location, metric, from, to, step).stream()
                .map(values -> Spread.of(values.at(), values.values()))
                .toList();
    }

    /** The medians of every probe at every location by step, for small lines in lists. */
    public List<Sparkline> sparklines(Metric metric, Instant from, Instant to, Duration step) {
        return history.allValues(metric, from, to, step).stream()
                .map(series -> new Sparkline(
                        series.probe(),
                        series.location(),
                        series.steps().stream()
                                .map(values -> point(values, Statistic.MEDIAN))
                                .toList()))
                .toList();
    }

    private static Series.SeriesPoint point(StepValues values, Statistic statistic) {
        return new Series.SeriesPoint(values.at(), statistic.of(values.values()), values.values().length);
    }
}
