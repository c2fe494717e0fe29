package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.FilmstripChart;
import dev.tidemark.storage.run.ArtifactKey;
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

/** The door to the story of a run: gathers what it takes to tell it. */
@ApplicationScoped
public class RunReportService {

    private static final Duration BACK = Duration.ofDays(30);
    private static final int RUNS_BEFORE = 20;
    private static final int RUNS_AFTER = 5;
    private static final int MACHINES_BEFORE = 8;

    private final RunHistory history;
    private final RunSeries runSeries;

    @Inject
    public RunReportService(RunHistory history, RunSeries runSeries) {
        this.history = history;
        this.runSeries = runSeries;
    }

    /** @param probe as it is defined today; empty when it is gone */
    public RunReport tell(Run run, Optional<Probe> probe) {
        return new RunReport(
                run,
                history.samples(run.id()),
                probe,
                history.conditions(run.id()),
                history.frames(run.id(), run.representative().orElse(0) + 1),
                around(run));
    }

    /** The film of a run as a file; empty when nothing was filmed, or its time is over. */
    public Optional<String> filmFile(RunReport story) {
        int sample = story.run().representative().orElse(0) + 1;
        return story.filmFile(frame -> history.artifacts(
                        story.run().id(), new ArtifactKey(sample, Artifact.ArtifactType.FRAME, frame.n()))
                .map(kept -> new FilmstripChart.Shot(frame.n(), kept.mediaType(), kept.content())));
    }

    private NeighbourRuns around(Run run) {
        Metric metric = run.measurements().find(Metric.LCP).isPresent() ? Metric.LCP : Metric.TTFB;
        Instant at = run.slot().plannedAt();
        List<Point> before = points(run.slot(), metric, Interval.before(at, BACK), RUNS_BEFORE);
        return new NeighbourRuns(
                metric, values(before.stream()), values(after(run.slot(), metric, before)), benchmarks(before));
    }

    /** The next few: as far ahead as they took to come before, at least an hour. */
    private Stream<Point> after(Slot slot, Metric metric, List<Point> before) {
        Duration reach = before.isEmpty()
                ? Duration.ofHours(1)
                : Duration.between(before.get(0).at(), slot.plannedAt());
        Instant from = slot.plannedAt().plusMillis(1);
        return points(slot, metric, new Interval(from, from.plus(reach)), 10 * RUNS_BEFORE).stream()
                .limit(RUNS_AFTER);
    }

    private List<Point> points(Slot slot, Metric metric, Interval interval, int most) {
        return runSeries.points(new SeriesKey(slot, metric), interval, most);
    }

    private double[] benchmarks(List<Point> before) {
        return before.stream()
                .skip(Math.max(0, before.size() - MACHINES_BEFORE))
                .flatMap(point -> history.conditions(point.run()).stream())
                .mapToDouble(RunConditions::cpuBenchmark)
                .filter(speed -> speed > 0)
                .toArray();
    }

    private static double[] values(Stream<Point> points) {
        return points.mapToDouble(Point::value).toArray();
    }
}
