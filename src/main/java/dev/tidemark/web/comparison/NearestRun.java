package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the run at a point of a chart. */
@ApplicationScoped
public class NearestRun {

    /** Points have a resolution of one second; pointing is less precise. */
    private static final List<Duration> WINDOWS =
            List.of(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(2));

    private static final int MOST = 2_000;

    private final RunSeries runSeries;

    @Inject
    public NearestRun(RunSeries runSeries) {
        this.runSeries = runSeries;
    }

    /** The successful run with a value of the metric that was planned nearest to the instant, within two days. */
    public Optional<RunId> find(ProbeId probe, LocationName location, Metric metric, Instant at) {
        return WINDOWS.stream()
                .map(window -> runSeries.points(
                        new SeriesKey(probe, location, metric), new Interval(at.minus(window), at.plus(window)), MOST))
                .flatMap(points ->
                        points.stream()
                                .min(Comparator.comparing(point ->
                                        Duration.between(point.at(), at).abs()))
                                .stream())
                .findFirst()
                .map(Point::run);
    }
}
