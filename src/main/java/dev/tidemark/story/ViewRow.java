package dev.tidemark.story;

import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.standing.Vital;
import java.util.List;
import java.util.Optional;

/** A metric in the first view, with a cold cache, and in the repeat view, with a warm one. */
public record ViewRow(Vital first, Vital repeat, String change) {

    private static final List<Metric> SHOWN = List.of(
            Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.TBT, Metric.LOAD, Metric.REQUESTS, Metric.BYTES);

    /** None when there was no repeat view. */
    static List<ViewRow> of(Run run, FormFactor formFactor) {
        boolean repeated =
                run.measurements().stream().anyMatch(one -> one.metric().isOfRepeatView());
        return repeated
                ? SHOWN.stream().map(metric -> of(run, metric, formFactor)).toList()
                : List.of();
    }

    private static ViewRow of(Run run, Metric metric, FormFactor formFactor) {
        Metric repeated = Metric.ofRepeatView(metric);
        Optional<Measurement> first = run.measurements().find(metric);
        Optional<Measurement> repeat = run.measurements().find(repeated);
        String change = first.isPresent() && repeat.isPresent()
                ? ValueText.change(metric, repeat.get().value() - first.get().value())
                : "–";
        return new ViewRow(Vital.of(run, metric, formFactor), Vital.of(run, repeated, formFactor), change);
    }
}
