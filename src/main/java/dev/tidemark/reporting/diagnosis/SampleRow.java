package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.MetricTile;
import java.util.List;

/**
 * A sample of a run as a row.
 *
 * @param representative whether the page shows its details
 */
public record SampleRow(int n, SampleResult sample, boolean representative, List<Limit> limits, FormFactor formFactor) {

    static final List<Metric> METRICS =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    public LocalizedMessage getOutcome() {
        return sample.outcome().kind().title();
    }

    public String getDetail() {
        return sample.outcome().detail();
    }

    /** Its warnings, comma-separated; empty without any. */
    public LocalizedMessage getWarnings() {
        return LocalizedMessage.list(
                sample.warnings().stream().sorted().map(SampleWarning::title).toList());
    }

    public List<MetricTile> getVitals() {
        return METRICS.stream()
                .map(metric -> sample.measurements()
                        .find(metric)
                        .map(one -> MetricTile.of(one, limits, formFactor))
                        .orElseGet(() -> MetricTile.absent(metric, LocalizedMessage.of("run.samples.notMeasured"))))
                .toList();
    }
}
