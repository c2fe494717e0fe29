package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import java.util.OptionalDouble;

/** What one run says to one limit, in the metric's unit: a value, or why there is none. */
record Reading(OptionalDouble value, String absence) {

    static Reading of(double value) {
        return new Reading(OptionalDouble.of(value), "");
    }

    static Reading absent(String why) {
        return new Reading(OptionalDouble.empty(), why);
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
