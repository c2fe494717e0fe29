package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is allowed of one metric: broken when {@code breaches} of the last {@code of} runs break the bound. A limit of the
 * outcomes (uptime, failed runs, silence) is judged over its window, or by the clock.
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
        Optional<Duration> window,
        LimitScope scope) {

    public Limit {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(scope, "scope");
        if (breaches < 1 || of < breaches || of > 100) {
            throw new InvalidValueException("validation.breaches.range", breaches, of);
        }
        LimitShape.require(metric, statistic, bound, of, window, scope);
    }

    /** One that holds everywhere and has no target. */
    public Limit(
            Metric metric,
            Statistic statistic,
            Bound bound,
            Severity severity,
            int breaches,
            int of,
            Optional<Duration> window) {
        this(metric, statistic, bound, severity, breaches, of, window, LimitScope.NONE);
    }

    /** The bound, when it does not depend on what was usual. */
    public Optional<Bound.Fixed> fixedThreshold() {
        return bound instanceof Bound.Fixed one ? Optional.of(one) : Optional.empty();
    }

    /** The same limit, on other scope. */
    public Limit withScope(LimitScope other) {
        return new Limit(metric, statistic, bound, severity, breaches, of, window, other);
    }

    /** Which limit this is, so that it can be recognised at the next run: changes with every part that is judged. */
    public String key() {
        return metric + " " + statistic.label() + " " + LimitShape.key(bound) + " " + severity.label() + " " + breaches
                + "/" + of + window.map(span -> " " + span).orElse("") + scope.key();
    }
}
