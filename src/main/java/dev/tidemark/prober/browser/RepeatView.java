package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repeat view of a page: a second load in the same context with a warm cache. Its metrics are added to the sample under
 * separate codes; its requests, console messages and artifacts are discarded.
 */
record RepeatView(SampleResult first, SampleResult second) {

    private static final int LONGEST_CODE = 190;
    private static final List<Metric> VITALS = List.of(Metric.FCP, Metric.LCP);

    SampleResult both() {
        Stream<Measurement> repeated = second.isGood()
                ? second.measurements().stream().flatMap(one -> ofRepeat(one.metric()).stream()
                        .map(metric -> new Measurement(metric, one.value())))
                : Stream.empty();
        return first.withMeasurements(
                Measurements.of(
                        Stream.concat(first.measurements().stream(), repeated).toList()),
                Stream.concat(first.absent().stream(), missing().stream()).toList());
    }

    private List<AbsentMetric> missing() {
        if (!second.isGood()) {
            String why = LocalizedMessage.of(
                            "absence.repeatView.failed", second.outcome().kind())
                    .toString();
            return VITALS.stream()
                    .map(metric -> new AbsentMetric(Metric.ofRepeatView(metric), why))
                    .toList();
        }
        return second.absent().stream()
                .flatMap(one -> ofRepeat(one.metric()).stream().map(metric -> new AbsentMetric(metric, one.reason())))
                .toList();
    }

    private static Optional<Metric> ofRepeat(Metric metric) {
        return metric.isPlain() && metric.code().length() <= LONGEST_CODE
                ? Optional.of(Metric.ofRepeatView(metric))
                : Optional.empty();
    }
}
