package dev.tidemark.story;

import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.standing.Vital;
import dev.tidemark.wording.Said;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One load of a run as a row.
 *
 * @param representative whose details the page shows
 */
public record SampleRow(int n, SampleResult sample, boolean representative, FormFactor formFactor) {

    static final List<Metric> METRICS =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    public String getOutcome() {
        return sample.outcome().kind().title();
    }

    public String getDetail() {
        return sample.outcome().detail();
    }

    /** What should be known about it, in words; empty for nothing. */
    public String getWarnings() {
        return sample.warnings().stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public List<Vital> getVitals() {
        return METRICS.stream()
                .map(metric -> sample.measurements()
                        .find(metric)
                        .map(one -> Vital.of(one, formFactor))
                        .orElseGet(() -> Vital.absent(metric, Said.of("sample.not_measured_in_this_sample"))))
                .toList();
    }
}
