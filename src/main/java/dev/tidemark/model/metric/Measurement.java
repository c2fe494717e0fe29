package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/** A value of a metric, in the unit of the metric: finite, at least 0, at most the maximum plausible value of the metric. */
public record Measurement(Metric metric, double value) {

    public Measurement {
        Objects.requireNonNull(metric, "metric");
        if (!isPlausible(metric, value)) {
            throw new InvalidValueException("validation.measurement.range", metric, value);
        }
    }

    /** The measurement; empty when the value is not finite or out of the range of the metric. */
    public static Optional<Measurement> ifPlausible(Metric metric, double value) {
        return isPlausible(metric, value) ? Optional.of(new Measurement(metric, value)) : Optional.empty();
    }

    private static boolean isPlausible(Metric metric, double value) {
        return Double.isFinite(value) && value >= 0 && value <= max(metric);
    }

    private static double max(Metric metric) {
        MetricCatalog.MetricDefinition entry =
                MetricCatalog.entry(metric.plain().code());
        return entry == null ? MetricCatalog.entry("LOAD").max() : entry.max();
    }
}
