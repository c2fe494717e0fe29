package dev.tidemark.reporting.diagnosis;

import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.FilmstripChart;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.DetailRetention;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunConditions;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entry point: creates the report of a run. */
@ApplicationScoped
public class RunReportService {

    private static final Duration MAX_AGE = Duration.ofDays(30);
    private static final int RUNS_BEFORE = 20;
    private static final int RUNS_AFTER = 5;
    private static final int BENCHMARKS_BEFORE = 8;

    private final RunHistory history;
    private final RunSeries runSeries;
    private final BudgetEvaluator budgets;
    private final DetailRetention retention;

    @Inject
    public RunReportService(
            RunHistory history, RunSeries runSeries, BudgetEvaluator budgets, DetailRetention retention) {
        this.history = history;
        this.runSeries = runSeries;
        this.budgets = budgets;
        this.retention = retention;
    }

    /** @param probe its current definition; empty if it was deleted */
    public RunReport create(Run run, Optional<Probe> probe) {
        List<SampleResult> samples = history.samples(run.id());
        return new RunReport(
                run,
                samples,
                probe.map(one -> one.withLimits(budgets.limits(one))),
                history.conditions(run.id()),
                history.frames(run.id(), run.representative().orElse(0) + 1),
                neighbours(run),
                retention.of(run, !samples.isEmpty()));
    }

    /** The filmstrip of a run as a file; empty without one, or after its retention. */
    public Optional<String> filmstripFile(RunReport report) {
        int sample = report.run().representative().orElse(0) + 1;
        return report.filmstripFile(frame -> history.artifacts(
                        report.run().id(), new ArtifactKey(sample, Artifact.ArtifactType.FRAME, frame.n()))
                .map(artifact -> new FilmstripChart.Shot(frame.n(), artifact.mediaType(), artifact.content())));
    }

    private NeighbourRuns neighbours(Run run) {
        Metric metric = run.measurements().find(Metric.LCP).isPresent() ? Metric.LCP : Metric.TTFB;
        Instant at = run.slot().plannedAt();
        List<Point> before = points(run.slot(), metric, Interval.before(at, MAX_AGE), RUNS_BEFORE);
        return new NeighbourRuns(
                metric, values(before.stream()), values(after(run.slot(), metric, before)), benchmarks(before));
    }

    /** The following runs, within as much time as the previous ones cover, at least an hour. */
    private Stream<Point> after(Slot slot, Metric metric, List<Point> before) {
        Duration range = before.isEmpty()
                ? Duration.ofHours(1)
                : Duration.between(before.get(0).at(), slot.plannedAt());
        Instant from = slot.plannedAt().plusMillis(1);
        return points(slot, metric, new Interval(from, from.plus(range)), 10 * RUNS_BEFORE).stream()
                .limit(RUNS_AFTER);
    }

    private List<Point> points(Slot slot, Metric metric, Interval interval, int limit) {
        return runSeries.points(new SeriesKey(slot, metric), interval, limit);
    }

    private double[] benchmarks(List<Point> before) {
        return before.stream()
                .skip(Math.max(0, before.size() - BENCHMARKS_BEFORE))
                .flatMap(point -> history.conditions(point.run()).stream())
                .mapToDouble(RunConditions::cpuBenchmark)
                .filter(speed -> speed > 0)
                .toArray();
    }

    private static double[] values(Stream<Point> points) {
        return points.mapToDouble(Point::value).toArray();
    }
}
