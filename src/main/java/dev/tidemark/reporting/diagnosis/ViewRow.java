package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;

/** A metric in the first view, with a cold cache, and in the repeat view, with a warm one. */
public record ViewRow(MetricTile first, MetricTile repeat, String change) {

    private static final List<Metric> METRICS = List.of(
            Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.TBT, Metric.LOAD, Metric.REQUESTS, Metric.BYTES);

    /** Empty without a repeat view. */
    static List<ViewRow> of(Run run, List<Limit> limits, FormFactor formFactor) {
        boolean repeated =
                run.measurements().stream().anyMatch(one -> one.metric().isRepeatView());
        return repeated
                ? METRICS.stream()
                        .map(metric -> of(run, metric, limits, formFactor))
                        .toList()
                : List.of();
    }

    private static ViewRow of(Run run, Metric metric, List<Limit> limits, FormFactor formFactor) {
        Metric repeated = Metric.ofRepeatView(metric);
        Optional<Measurement> first = run.measurements().find(metric);
        Optional<Measurement> repeat = run.measurements().find(repeated);
        String change = first.isPresent() && repeat.isPresent()
                ? MetricFormat.difference(
                        metric, repeat.get().value() - first.get().value())
                : "–";
        return new ViewRow(
                MetricTile.of(run, metric, limits, formFactor),
                MetricTile.of(run, repeated, limits, formFactor),
                change);
    }
}
