package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.DiffSide;
import dev.tidemark.analysis.diff.NoiseAssessment;
import dev.tidemark.analysis.trend.NormalVariation;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.FilmstripFrame;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads runs for a comparison: their successful samples, and the normal variation of the runs around them. */
@ApplicationScoped
public class RunSides {

    private static final int NEIGHBOURS = 20;
    private static final int MOST = 400;
    private static final Duration FURTHEST = Duration.ofDays(30);

    private final RunHistory history;
    private final RunSeries runSeries;

    @Inject
    public RunSides(RunHistory history, RunSeries runSeries) {
        this.history = history;
        this.runSeries = runSeries;
    }

    ComparisonSide side(Run run, LocalizedMessage title) {
        int sample = run.representative().orElse(0) + 1;
        List<FilmstripFrame> frames = history.frames(run.id(), sample);
        String frameAddress = "/api/v1/runs/" + run.id() + "/samples/" + sample + "/filmstrip/";
        return new ComparisonSide(
                title, "/runs/" + run.id(), load(run, run.measurements(), pages(run)), frameAddress, frames);
    }

    /** A side with given values and page loads instead of those of the run. */
    DiffSide load(Run run, Measurements values, List<PageDetails> pages) {
        Optional<RunConditions> conditions = history.conditions(run.id());
        return new DiffSide(
                values,
                pages,
                run.engine().map(engine -> engine.browser()).orElse(""),
                conditions.map(RunConditions::profile),
                conditions.map(RunConditions::cpuBenchmark).orElse(0.0));
    }

    /** The page loads of the successful samples, the representative one first. */
    List<PageDetails> pages(Run run) {
        List<SampleResult> samples = history.samples(run.id());
        int first = run.representative().orElse(0);
        List<PageDetails> pages = new ArrayList<>();
        IntStream.range(0, samples.size())
                .filter(i -> samples.get(i).isGood())
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> i != first))
                .forEach(i -> pages.add(samples.get(i).page()));
        return pages;
    }

    /** The normal variation of the runs before and after each of the two runs, up to the middle between them. */
    NoiseAssessment noise(Run before, Run after) {
        Instant first = before.slot().plannedAt();
        Instant second = after.slot().plannedAt();
        Instant middle = first.plus(Duration.between(first, second).dividedBy(2));
        Duration reach = reach(before.slot());
        Duration reachLater = reach(after.slot());
        SampleValues samples = new SampleValues(history.samples(before.id()), history.samples(after.id()));
        return (metric, was, is) -> {
            if (samples.areConstant(metric)) {
                return NoiseText.exact(is - was);
            }
            double[] around =
                    values(before.slot(), metric, new Interval(first.minus(reach), earlier(first.plus(reach), middle)));
            double[] aroundLater = values(
                    after.slot(),
                    metric,
                    new Interval(later(second.minus(reachLater), middle), second.plus(reachLater)));
            return NoiseText.of(metric, is - was, NormalVariation.of(around, aroundLater));
        };
    }

    /** As far back as some twenty runs reach. */
    private Duration reach(Slot slot) {
        Instant at = slot.plannedAt();
        List<Point> before =
                runSeries.points(new SeriesKey(slot, Metric.LCP), Interval.before(at, FURTHEST), NEIGHBOURS);
        return before.isEmpty()
                ? Duration.ofDays(1)
                : Duration.between(before.get(0).at(), at).plusSeconds(1);
    }

    private double[] values(Slot slot, Metric metric, Interval interval) {
        return runSeries
                .points(
                        new SeriesKey(slot, metric),
                        new Interval(interval.from(), interval.to().plusMillis(1)),
                        MOST)
                .stream()
                .mapToDouble(Point::value)
                .toArray();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
