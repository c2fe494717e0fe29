package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads the baseline of a relative limit; each period is read once. */
final class BaselineReader {

    private static final int MAX_RUNS = 5_000;
    private static final int WEEK = 7;

    private final RunSeries runSeries;
    private final Slot slot;
    private final Metric metric;
    private final BaselineWindow baseline;
    private final Optional<Instant> deploy;
    private final Map<Instant, Baseline> cache = new HashMap<>();

    /** @param deploy the newest one before the slot */
    BaselineReader(RunSeries runSeries, Slot slot, Metric metric, BaselineWindow baseline, Optional<Instant> deploy) {
        this.runSeries = runSeries;
        this.slot = slot;
        this.metric = metric;
        this.baseline = baseline;
        this.deploy = deploy;
    }

    Baseline at(Instant plannedAt) {
        if (baseline.kind() == BaselineWindow.BaselineUnit.SAME_HOUR) {
            return cache.computeIfAbsent(plannedAt.truncatedTo(ChronoUnit.HOURS), this::sameHour);
        }
        return deploy.map(at -> plannedAt.isBefore(at)
                        ? Baseline.none(LocalizedMessage.of("budget.baseline.beforeRun", at))
                        : cache.computeIfAbsent(at, this::beforeDeploy))
                .orElseGet(() -> Baseline.none(LocalizedMessage.of("budget.baseline.noDeploy")));
    }

    private Baseline sameHour(Instant hour) {
        int weeks = baseline.days() / WEEK;
        double[] values = new double[0];
        for (int week = 1; week <= weeks; week++) {
            Instant weeksBefore = hour.minus(Duration.ofDays((long) WEEK * week));
            values = DoubleStream.concat(
                            DoubleStream.of(values),
                            values(new Interval(weeksBefore, weeksBefore.plus(Duration.ofHours(1)))))
                    .toArray();
        }
        return Baseline.of(values, LocalizedMessage.of("budget.baseline.sameHour", weeks));
    }

    private Baseline beforeDeploy(Instant at) {
        double[] values =
                values(Interval.before(at, Duration.ofDays(baseline.days()))).toArray();
        return Baseline.of(values, LocalizedMessage.of("budget.baseline.deploy", baseline.days(), at));
    }

    private DoubleStream values(Interval interval) {
        List<Point> points = runSeries.points(new SeriesKey(slot, metric), interval, MAX_RUNS);
        return points.stream().mapToDouble(Point::value);
    }
}
