package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A limit on one metric. It is over budget when {@code breaches} of the last {@code of} runs exceed the threshold. Limits on
 * uptime and failed runs are evaluated over their window, limits on missing results by the time since the last result.
 *
 * @param statistic over the samples of a run, or over the runs in the window
 * @param window the period whose runs are aggregated; empty: each run is evaluated on its own
 */
public record Limit(
        Metric metric,
        Statistic statistic,
        Bound threshold,
        Severity severity,
        int breaches,
        int of,
        Optional<Duration> window,
        LimitScope scope) {

    public Limit {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(scope, "scope");
        if (breaches < 1 || of < breaches || of > 100) {
            throw new InvalidValueException("validation.breaches.range", breaches, of);
        }
        LimitShape.require(metric, statistic, threshold, of, window, scope);
    }

    /** A limit for all locations and profiles, without a target. */
    public Limit(
            Metric metric,
            Statistic statistic,
            Bound threshold,
            Severity severity,
            int breaches,
            int of,
            Optional<Duration> window) {
        this(metric, statistic, threshold, severity, breaches, of, window, LimitScope.NONE);
    }

    /** The fixed threshold; empty for a limit relative to a baseline. */
    public Optional<Bound.Fixed> fixedThreshold() {
        return threshold instanceof Bound.Fixed one ? Optional.of(one) : Optional.empty();
    }

    /** Whether the value of a single run is compared with a fixed threshold, rather than a window of runs or a baseline. */
    public boolean isPerRun() {
        return window.isEmpty() && fixedThreshold().isPresent() && !metric.isOutcomeBased();
    }

    /** The same limit with another scope. */
    public Limit withScope(LimitScope other) {
        return new Limit(metric, statistic, threshold, severity, breaches, of, window, other);
    }

    /** The identity of the limit across runs; it differs with every part that affects the evaluation. */
    public String key() {
        return metric + " " + statistic.label() + " " + LimitShape.key(threshold) + " " + severity.label() + " "
                + breaches + "/" + of + window.map(span -> " " + span).orElse("") + scope.key();
    }
}
