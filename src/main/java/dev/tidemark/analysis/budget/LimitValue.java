package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The value of a run that a limit evaluates, in the metric's unit, or why there is none.
 *
 * @param baseline the baseline of a relative limit
 */
record LimitValue(OptionalDouble value, LocalizedMessage absence, Optional<Baseline> baseline) {

    LimitValue(OptionalDouble value, LocalizedMessage absence) {
        this(value, absence, Optional.empty());
    }

    static LimitValue of(double value) {
        return new LimitValue(OptionalDouble.of(value), LocalizedMessage.EMPTY);
    }

    static LimitValue absent(LocalizedMessage reason) {
        return new LimitValue(OptionalDouble.empty(), reason);
    }

    /** The same value with a baseline; without one the value is absent. */
    LimitValue against(Baseline baseline) {
        return baseline.value().isEmpty() && value.isPresent()
                ? absent(baseline.description())
                : new LimitValue(value, absence, Optional.of(baseline));
    }

    /** The threshold that applies to this run. */
    Optional<Bound.Fixed> threshold(Limit limit) {
        return limit.threshold() instanceof Bound.Relative relative
                ? baseline.filter(one -> one.value().isPresent())
                        .map(one -> relative.from(one.value().getAsDouble()))
                : limit.fixedThreshold();
    }

    boolean violates(Limit limit) {
        return value.isPresent()
                && threshold(limit)
                        .filter(one -> !one.allows(value.getAsDouble()))
                        .isPresent();
    }

    /** The run's median of the metric. */
    static LimitValue median(Run run, Metric metric) {
        return run.measurements()
                .find(metric)
                .map(Measurement::value)
                .map(LimitValue::of)
                .orElseGet(() -> absent(reason(run, metric)));
    }

    private static LocalizedMessage reason(Run run, Metric metric) {
        return run.absent().stream()
                .filter(one -> one.metric().equals(metric))
                .map(one -> LocalizedMessage.verbatim(one.reason()))
                .findFirst()
                .orElse(LocalizedMessage.of("budget.calculation.notMeasured"));
    }
}
