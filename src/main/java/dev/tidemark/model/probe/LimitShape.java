package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.util.Optional;

/** Validates that the parts of a limit can be combined. */
final class LimitShape {

    private LimitShape() {}

    static void require(
            Metric metric, Statistic statistic, Bound threshold, int of, Optional<Duration> window, LimitScope scope) {
        if (threshold instanceof Bound.Relative) {
            reject(metric.isOutcomeBased(), "validation.limit.outcomeRelative", metric);
            reject(statistic != Statistic.MEDIAN || window.isPresent(), "validation.limit.relativeStatistic");
        }
        if (metric.isOutcomeBased()) {
            requireOutcomeShape(metric, threshold, of, window, scope);
        }
    }

    private static void requireOutcomeShape(
            Metric metric, Bound threshold, int of, Optional<Duration> window, LimitScope scope) {
        boolean uptime = metric.equals(Metric.UPTIME);
        reject(
                uptime != threshold instanceof Bound.Min,
                "validation.limit.outcomeBound",
                metric,
                uptime ? "min" : "max");
        reject(of > 1, "validation.limit.outcomeBreaches", metric);
        if (metric.equals(Metric.SILENCE)) {
            double millis = ((Bound.Fixed) threshold).value();
            reject(window.isPresent(), "validation.limit.silenceWindow");
            reject(scope.locations().isPresent(), "validation.limit.silenceLocations");
            reject(millis < 30_000 || millis > Duration.ofDays(31).toMillis(), "validation.noResultFor.range");
        } else {
            reject(window.isEmpty(), "validation.limit.outcomeWindow", metric);
            reject(((Bound.Fixed) threshold).value() > 100, "validation.limit.percentage", metric);
        }
    }

    static String key(Bound threshold) {
        if (threshold instanceof Bound.Relative relative) {
            return (threshold instanceof Bound.Increase ? "up " : "down ") + relative.percent() + "% "
                    + relative.atLeast()
                    + " " + relative.baseline().kind().label() + " "
                    + relative.baseline().days();
        }
        return (threshold instanceof Bound.Max ? "max " : "min ") + ((Bound.Fixed) threshold).value();
    }

    private static void reject(boolean wrong, String key, Object... parts) {
        if (wrong) {
            throw new InvalidValueException(key, parts);
        }
    }
}
