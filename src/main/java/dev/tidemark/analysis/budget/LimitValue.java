package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.storage.run.Run;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run says to one limit, in the metric's unit: a value, or why there is none.
 *
 * @param usual what a relative limit compares it with
 */
record LimitValue(OptionalDouble value, String absence, Optional<Baseline> usual) {

    LimitValue(OptionalDouble value, String absence) {
        this(value, absence, Optional.empty());
    }

    static LimitValue of(double value) {
        return new LimitValue(OptionalDouble.of(value), "");
    }

    static LimitValue absent(String why) {
        return new LimitValue(OptionalDouble.empty(), why);
    }

    /** The same value, held against what was usual; without that it says nothing. */
    LimitValue against(Baseline was) {
        return was.value().isEmpty() && value.isPresent()
                ? absent(was.from())
                : new LimitValue(value, absence, Optional.of(was));
    }

    /** Where the limit lies for this run. */
    Optional<Bound.Fixed> bound(Limit limit) {
        return limit.bound() instanceof Bound.Relative relative
                ? usual.filter(one -> one.value().isPresent())
                        .map(one -> relative.from(one.value().getAsDouble()))
                : limit.fixed();
    }

    boolean breaks(Limit limit) {
        return value.isPresent()
                && bound(limit).filter(one -> !one.allows(value.getAsDouble())).isPresent();
    }

    /** The run's median of the metric. */
    static LimitValue median(Run run, Metric metric) {
        return run.measurements()
                .find(metric)
                .map(Measurement::value)
                .map(LimitValue::of)
                .orElseGet(() -> absent(reason(run, metric)));
    }

    private static String reason(Run run, Metric metric) {
        return run.absent().stream()
                .filter(one -> one.metric().equals(metric))
                .map(AbsentMetric::reason)
                .findFirst()
                .orElse("not measured");
    }
}
