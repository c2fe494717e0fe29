package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import java.time.Duration;
import java.util.Optional;

/** Which parts of a limit go together. */
final class LimitShape {

    private LimitShape() {}

    static void require(
            Metric metric, Statistic statistic, Bound bound, int of, Optional<Duration> window, LimitScope terms) {
        if (bound instanceof Bound.Relative) {
            refuse(metric.isOfOutcomes(), metric + " cannot be held against former runs; write max or min");
            refuse(
                    statistic != Statistic.MEDIAN || window.isPresent(),
                    "a limit against former runs compares medians of runs; leave statistic and window out");
        }
        if (metric.isOfOutcomes()) {
            outcomes(metric, bound, of, window, terms);
        }
    }

    private static void outcomes(Metric metric, Bound bound, int of, Optional<Duration> window, LimitScope terms) {
        boolean uptime = metric.equals(Metric.UPTIME);
        refuse(uptime != bound instanceof Bound.Min, metric + " needs " + (uptime ? "min" : "max"));
        refuse(of > 1, metric + " is judged over time; leave breaches and of out");
        if (metric.equals(Metric.SILENCE)) {
            double millis = ((Bound.Fixed) bound).value();
            refuse(window.isPresent(), "SILENCE is judged by the clock; leave window out");
            refuse(terms.locations().isPresent(), "SILENCE is of one location; leave locations out");
            refuse(
                    millis < 30_000 || millis > Duration.ofDays(31).toMillis(),
                    "noResultFor must be from PT30S to P31D");
        } else {
            refuse(window.isEmpty(), metric + " needs a window such as P30D");
            refuse(((Bound.Fixed) bound).value() > 100, metric + " is a percentage; write one from 0 to 100");
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

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new IllegalArgumentException(message);
        }
    }
}
