package dev.tidemark.comparison;

import dev.tidemark.contrast.Load;
import dev.tidemark.contrast.Noise;
import dev.tidemark.history.Frame;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunConditions;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Slot;
import dev.tidemark.series.Point;
import dev.tidemark.trend.NeighbourNoise;
import dev.tidemark.wording.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Single runs as sides: all their good samples, and the noise of the runs around them. */
@ApplicationScoped
public class RunSides {

    private static final int NEIGHBOURS = 20;
    private static final int MOST = 400;
    private static final Duration FURTHEST = Duration.ofDays(30);

    private final RunHistory history;

    protected RunSides() {
        this(null);
    }

    @Inject
    public RunSides(RunHistory history) {
        this.history = history;
    }

    Side side(Run run, Said title) {
        int sample = run.representative().orElse(0) + 1;
        List<Frame> frames = history.frames(run.id(), sample);
        String pictures = "/api/v1/runs/" + run.id() + "/samples/" + sample + "/filmstrip/";
        return new Side(title, "/runs/" + run.id(), load(run, run.measurements(), pages(run)), pictures, frames);
    }

    /** A side that is measured by other values and seen on other pages than this run's own. */
    Load load(Run run, Measurements values, List<PageFacts> pages) {
        Optional<RunConditions> conditions = history.conditions(run.id());
        return new Load(
                values,
                pages,
                run.engine().map(engine -> engine.browser()).orElse(""),
                conditions.map(RunConditions::profile),
                conditions.map(RunConditions::cpuBenchmark).orElse(0.0));
    }

    /** What was seen in the good samples, the representative one first. */
    List<PageFacts> pages(Run run) {
        List<SampleResult> samples = history.samples(run.id());
        int first = run.representative().orElse(0);
        List<PageFacts> pages = new ArrayList<>();
        IntStream.range(0, samples.size())
                .filter(i -> samples.get(i).isGood())
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> i != first))
                .forEach(i -> pages.add(samples.get(i).page()));
        return pages;
    }

    /** By the runs before and after each of both, as far as the middle between them. */
    Noise noise(Run before, Run after) {
        Instant first = before.slot().plannedAt();
        Instant second = after.slot().plannedAt();
        Instant middle = first.plus(Duration.between(first, second).dividedBy(2));
        Duration reach = reach(before.slot());
        Duration reachLater = reach(after.slot());
        return (metric, was, is) -> {
            double[] around = values(before.slot(), metric, first.minus(reach), earlier(first.plus(reach), middle));
            double[] aroundLater =
                    values(after.slot(), metric, later(second.minus(reachLater), middle), second.plus(reachLater));
            return NoiseWords.of(metric, is - was, NeighbourNoise.of(around, aroundLater));
        };
    }

    /** As far back as some twenty runs take. */
    private Duration reach(Slot slot) {
        Instant at = slot.plannedAt();
        List<Point> before = history.points(
                slot.probe(), Optional.of(slot.location()), Metric.LCP, at.minus(FURTHEST), at, NEIGHBOURS);
        return before.isEmpty()
                ? Duration.ofDays(1)
                : Duration.between(before.get(0).at(), at).plusSeconds(1);
    }

    private double[] values(Slot slot, Metric metric, Instant from, Instant to) {
        return history.points(slot.probe(), Optional.of(slot.location()), metric, from, to.plusMillis(1), MOST).stream()
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
