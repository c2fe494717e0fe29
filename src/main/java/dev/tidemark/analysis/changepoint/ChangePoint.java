package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A confirmed regression or improvement of a series. Values are in the metric's unit.
 *
 * @param beganAt planned instant of the first run after the change
 * @param confirmedBy the run that confirmed it
 * @param before the median of the baseline
 * @param now the median of the runs that confirmed it
 * @param low lower limit of the 95 % confidence interval of the difference
 * @param high upper limit of the 95 % confidence interval of the difference
 * @param reportedWith the change whose notification covers this one; empty for a change with its own notification
 */
public record ChangePoint(
        UUID id,
        ProbeId probe,
        LocationName location,
        Metric metric,
        ChangeDirection direction,
        Instant beganAt,
        Instant confirmedAt,
        RunId confirmedBy,
        double before,
        double now,
        double low,
        double high,
        Optional<UUID> reportedWith) {

    /** {@code LCP 2.02 s → 2.31 s (+14 %)}. */
    public LocalizedMessage headline() {
        String was = MetricFormat.of(metric, before);
        String is = MetricFormat.of(metric, now);
        return before > 0
                ? LocalizedMessage.of(
                        "regression.headline.percent", metric, was, is, MetricFormat.relativeChange(before, now))
                : LocalizedMessage.of("regression.headline", metric, was, is);
    }

    /** Whether it is a regression: for all tested metrics, lower is better. */
    public boolean isWorse() {
        return direction == ChangeDirection.UP;
    }
}
