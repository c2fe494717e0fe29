package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run says to one limit, in the metric's unit: a value, or why there is none.
 *
 * @param usual what a relative limit compares it with
 */
record Reading(OptionalDouble value, String absence, Optional<Usual> usual) {

    Reading(OptionalDouble value, String absence) {
        this(value, absence, Optional.empty());
    }

    static Reading of(double value) {
        return new Reading(OptionalDouble.of(value), "");
    }

    static Reading absent(String why) {
        return new Reading(OptionalDouble.empty(), why);
    }

    /** The same value, held against what was usual; without that it says nothing. */
    Reading against(Usual was) {
        return was.value().isEmpty() && value.isPresent()
                ? absent(was.from())
                : new Reading(value, absence, Optional.of(was));
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
    static Reading median(Run run, Metric metric) {
        return run.measurements()
                .find(metric)
                .map(Measurement::value)
                .map(Reading::of)
                .orElseGet(() -> absent(reason(run, metric)));
    }

    private static String reason(Run run, Metric metric) {
        return run.absent().stream()
                .filter(one -> one.metric().equals(metric))
                .map(Absence::reason)
                .findFirst()
                .orElse("not measured");
    }
}
