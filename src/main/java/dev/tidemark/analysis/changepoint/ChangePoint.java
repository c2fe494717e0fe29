package dev.tidemark.analysis.changepoint;

import dev.tidemark.alerting.incident.RegressionText;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A series moved and stayed: confirmed by runs that were taken to make sure. Values are in the metric's unit.
 *
 * @param beganAt planned instant of the first run that lay off
 * @param confirmedBy the run that made it sure
 * @param before the median of what was usual
 * @param now the median of the runs that made it sure
 * @param low and high: the difference lies between them with 95 % confidence
 * @param toldWith the change that was told for the same cause; empty for the one that was told itself
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
        Optional<UUID> toldWith) {

    /** {@code LCP 2.02 s -> 2.31 s (+14 %)}. */
    public String headline() {
        return RegressionText.headline(this);
    }

    /** Of every metric that is watched, less is better. */
    public boolean isWorse() {
        return direction == ChangeDirection.UP;
    }
}
