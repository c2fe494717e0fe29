package dev.tidemark.probe;

import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is allowed of one metric: broken when {@code breaches} of the last {@code of} runs break the bound.
 *
 * @param statistic over a run's samples, or over the window's runs when there is one
 * @param window the statistic is taken over the runs of this span; none: over the run itself
 */
public record Limit(
        Metric metric,
        Statistic statistic,
        Bound bound,
        Severity severity,
        int breaches,
        int of,
        Optional<Duration> window) {

    public Limit {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(window, "window");
        if (breaches < 1 || of < breaches || of > 100) {
            throw new IllegalArgumentException(
                    "breaches " + breaches + " of " + of + " must be 1 <= breaches <= of <= 100");
        }
    }
}
