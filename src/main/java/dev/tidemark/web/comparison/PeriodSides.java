package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.DiffSide;
import dev.tidemark.analysis.diff.LoadDiff;
import dev.tidemark.analysis.diff.NoiseAssessment;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.FilmstripFrame;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.web.comparison.ComparisonRequest.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads periods for a comparison: medians over all runs, and the page loads of the runs nearest to the median LCP. */
@ApplicationScoped
public class PeriodSides {

    private static final int MOST_RUNS = 10_000;
    private static final int TYPICAL_RUNS = 5;

    private final RunHistory history;
    private final RunSeries runSeries;
    private final RunSides runs;

    @Inject
    public PeriodSides(RunHistory history, RunSeries runSeries, RunSides runs) {
        this.history = history;
        this.runSeries = runSeries;
        this.runs = runs;
    }

    /**
     * Values of a period.
     *
     * @param byMetric the values of all runs in the unit of the metric
     * @param typical runs near the median LCP, the nearest first
     * @param last planned instant of the newest run; the end of the period if it has no runs
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

    Values values(Periods periods, Interval period) {
        Map<Metric, double[]> byMetric = new HashMap<>();
        List<Run> typical = List.of();
        Instant last = period.from();
        for (Metric metric : LoadDiff.METRICS) {
            List<Point> points =
                    runSeries.points(new SeriesKey(periods.probe(), periods.location(), metric), period, MOST_RUNS);
            byMetric.put(metric, points.stream().mapToDouble(Point::value).toArray());
            typical = metric.equals(Metric.LCP) ? typical(points) : typical;
            Instant newest =
                    points.isEmpty() ? last : points.get(points.size() - 1).at();
            last = newest.isAfter(last) ? newest : last;
        }
        return new Values(byMetric, typical, last.equals(period.from()) ? period.to() : last);
    }

    NoiseAssessment noise(Values before, Values after) {
        return (metric, was, is) -> PeriodNoiseText.of(
                metric,
                before.byMetric().getOrDefault(metric, new double[0]),
                after.byMetric().getOrDefault(metric, new double[0]));
    }

    ComparisonSide side(Values values, LocalizedMessage title, String address) {
        List<PageDetails> pages = values.typical().stream()
                .flatMap(run -> runs.pages(run).stream().limit(1))
                .toList();
        DiffSide load = values.typical().isEmpty()
                ? new DiffSide(values.medians(), pages, "", Optional.empty(), 0)
                : runs.load(values.typical().get(0), values.medians(), pages);
        for (Run run : values.typical()) {
            int sample = run.representative().orElse(0) + 1;
            List<FilmstripFrame> frames = history.frames(run.id(), sample);
            if (!frames.isEmpty()) {
                String frameAddress = "/api/v1/runs/" + run.id() + "/samples/" + sample + "/filmstrip/";
                return new ComparisonSide(title, address, load, frameAddress, frames);
            }
        }
        return new ComparisonSide(title, address, load, "", List.of());
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
