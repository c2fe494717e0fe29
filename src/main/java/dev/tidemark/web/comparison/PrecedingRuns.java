package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunConditions;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a baseline for a run: successful earlier runs of the same probe and location. */
@ApplicationScoped
public class PrecedingRuns {

    /** The minimum number of runs for a typical one. */
    static final int MIN_RUNS = 5;

    private static final int MOST = 20;
    private static final Duration BACK = Duration.ofDays(366);
    private static final List<Metric> TELLING = List.of(Metric.LCP, Metric.TTFB, Metric.of("DURATION"));

    private final RunHistory history;
    private final RunSeries runSeries;

    @Inject
    public PrecedingRuns(RunHistory history, RunSeries runSeries) {
        this.history = history;
        this.runSeries = runSeries;
    }

    /** The previous run with the same profile, or with any profile if the profile has just changed. */
    Optional<Run> last(Run run) {
        List<Point> points = newestFirst(run);
        return alike(run, points)
                .findFirst()
                .or(() -> points.stream().findFirst())
                .map(Point::run)
                .flatMap(history::find);
    }

    /** The run nearest to the median of the previous twenty with the same profile; empty with fewer than five. */
    Optional<Run> typical(Run run) {
        List<Point> alike = alike(run, newestFirst(run)).toList();
        if (alike.size() < MIN_RUNS) {
            return Optional.empty();
        }
        double median = Quantile.of(alike.stream().mapToDouble(Point::value).toArray(), 0.5);
        return alike.stream()
                .min(Comparator.comparingDouble(point -> Math.abs(point.value() - median)))
                .map(Point::run)
                .flatMap(history::find);
    }

    private List<Point> newestFirst(Run run) {
        return TELLING.stream()
                .filter(metric -> run.measurements().isEmpty()
                        || run.measurements().find(metric).isPresent())
                .map(metric -> points(run, metric))
                .filter(points -> !points.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Point> points(Run run, Metric metric) {
        return runSeries
                .points(
                        new SeriesKey(run.slot(), metric),
                        Interval.before(run.slot().plannedAt(), BACK),
                        MOST)
                .stream()
                .sorted(Comparator.comparing(Point::at).reversed())
                .toList();
    }

    private Stream<Point> alike(Run run, List<Point> points) {
        Optional<Profile> own = profile(run.id());
        return points.stream().filter(point -> own.isEmpty() || own.equals(profile(point.run())));
    }

    private Optional<Profile> profile(RunId run) {
        return history.conditions(run).map(RunConditions::profile);
    }
}
