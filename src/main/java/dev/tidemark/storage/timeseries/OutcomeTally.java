package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcomes of the runs of a probe at a location in an interval.
 *
 * @param counted ended runs that count for the target: neither in maintenance nor failed because of the monitor or a policy
 * @param failed counted runs that failed because of the target
 * @param excluded ended runs that are not counted
 * @param first planned time of the oldest run in the interval, with any outcome
 */
public record OutcomeTally(long counted, long failed, long excluded, Optional<Instant> first) {

    /** The percentage of successful runs; empty without counted runs. */
    public OptionalDouble uptime() {
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (counted - failed) / counted);
    }

    /** The value of {@link Metric#UPTIME} or {@link Metric#ERRORS}; empty without counted runs. */
    public Optional<Double> share(Metric metric) {
        return uptime().stream()
                .map(uptime -> metric.equals(Metric.UPTIME) ? uptime : 100 - uptime)
                .boxed()
                .findFirst();
    }
}
