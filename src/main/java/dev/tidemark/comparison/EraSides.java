package dev.tidemark.comparison;

import dev.tidemark.comparison.Question.Eras;
import dev.tidemark.contrast.Contrast;
import dev.tidemark.contrast.Load;
import dev.tidemark.contrast.Noise;
import dev.tidemark.history.Frame;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Quantile;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.series.Point;
import dev.tidemark.trend.Comparison;
import dev.tidemark.wording.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods as sides: medians over all their runs, and the pages of the few runs that are nearest to the median LCP. */
@ApplicationScoped
public class EraSides {

    private static final int MOST_RUNS = 10_000;
    private static final int TYPICAL_RUNS = 5;

    private final RunHistory history;
    private final RunSides runs;

    protected EraSides() {
        this(null, null);
    }

    @Inject
    public EraSides(RunHistory history, RunSides runs) {
        this.history = history;
        this.runs = runs;
    }

    /**
     * @param typical near the median LCP, the nearest first
     * @param last when the newest of its runs was planned; the end of a period without runs
     */
    record Values(Map<Metric, double[]> byMetric, List<Run> typical, Instant last) {
        Measurements medians() {
            Measurements medians = Measurements.none();
            for (Map.Entry<Metric, double[]> one : byMetric.entrySet()) {
                if (one.getValue().length > 0) {
                    medians = medians.and(new Measurement(one.getKey(), Quantile.of(one.getValue(), 0.5)));
                }
            }
            return medians;
        }

        int runs() {
            return byMetric.values().stream().mapToInt(all -> all.length).max().orElse(0);
        }
    }

    Values values(Eras eras, Era era) {
        Map<Metric, double[]> byMetric = new HashMap<>();
        List<Run> typical = List.of();
        Instant last = era.from();
        for (Metric metric : Contrast.METRICS) {
            List<Point> points =
                    history.points(eras.probe(), Optional.of(eras.location()), metric, era.from(), era.to(), MOST_RUNS);
            byMetric.put(metric, points.stream().mapToDouble(Point::value).toArray());
            typical = metric.equals(Metric.LCP) ? typical(points) : typical;
            Instant newest =
                    points.isEmpty() ? last : points.get(points.size() - 1).at();
            last = newest.isAfter(last) ? newest : last;
        }
        return new Values(byMetric, typical, last.equals(era.from()) ? era.to() : last);
    }

    Noise noise(Values before, Values after) {
        return (metric, was, is) -> NoiseWords.of(
                metric,
                Comparison.of(
                        before.byMetric().getOrDefault(metric, new double[0]),
                        after.byMetric().getOrDefault(metric, new double[0])));
    }

    Side side(Values values, Said title, String address) {
        List<PageFacts> pages = values.typical().stream()
                .flatMap(run -> runs.pages(run).stream().limit(1))
                .toList();
        Load load = values.typical().isEmpty()
                ? new Load(values.medians(), pages, "", Optional.empty(), 0)
                : runs.load(values.typical().get(0), values.medians(), pages);
        for (Run run : values.typical()) {
            int sample = run.representative().orElse(0) + 1;
            List<Frame> frames = history.frames(run.id(), sample);
            if (!frames.isEmpty()) {
                String pictures = "/api/v1/runs/" + run.id() + "/samples/" + sample + "/filmstrip/";
                return new Side(title, address, load, pictures, frames);
            }
        }
        return new Side(title, address, load, "", List.of());
    }

    private List<Run> typical(List<Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        double median = Quantile.of(points.stream().mapToDouble(Point::value).toArray(), 0.5);
        return points.stream()
                .sorted(Comparator.comparingDouble(point -> Math.abs(point.value() - median)))
                .limit(TYPICAL_RUNS)
                .flatMap(point -> history.find(point.run()).stream())
                .toList();
    }
}
