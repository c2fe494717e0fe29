package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.util.Optional;

/** Which parts of a limit go together. */
final class LimitShape {

    private LimitShape() {}

    static void require(
            Metric metric, Statistic statistic, Bound bound, int of, Optional<Duration> window, LimitScope terms) {
        if (bound instanceof Bound.Relative) {
            refuse(metric.isOfOutcomes(), "validation.limit.outcomeRelative", metric);
            refuse(statistic != Statistic.MEDIAN || window.isPresent(), "validation.limit.relativeStatistic");
        }
        if (metric.isOfOutcomes()) {
            outcomes(metric, bound, of, window, terms);
        }
    }

    private static void outcomes(Metric metric, Bound bound, int of, Optional<Duration> window, LimitScope terms) {
        boolean uptime = metric.equals(Metric.UPTIME);
        refuse(uptime != bound instanceof Bound.Min, "validation.limit.outcomeBound", metric, uptime ? "min" : "max");
        refuse(of > 1, "validation.limit.outcomeBreaches", metric);
        if (metric.equals(Metric.SILENCE)) {
            double millis = ((Bound.Fixed) bound).value();
            refuse(window.isPresent(), "validation.limit.silenceWindow");
            refuse(terms.locations().isPresent(), "validation.limit.silenceLocations");
            refuse(millis < 30_000 || millis > Duration.ofDays(31).toMillis(), "validation.noResultFor.range");
        } else {
            refuse(window.isEmpty(), "validation.limit.outcomeWindow", metric);
            refuse(((Bound.Fixed) bound).value() > 100, "validation.limit.percentage", metric);
        }
    }

    static String key(Bound bound) {
        if (bound instanceof Bound.Relative relative) {
            return (bound instanceof Bound.Increase ? "up " : "down ") + relative.percent() + "% " + relative.atLeast()
                    + " " + relative.baseline().kind().label() + " "
                    + relative.baseline().days();
        }
        return (bound instanceof Bound.Max ? "max " : "min ") + ((Bound.Fixed) bound).value();
    }

    private static void refuse(boolean wrong, String key, Object... parts) {
        if (wrong) {
            throw new InvalidValueException(key, parts);
        }
    }
}
