package dev.tidemark.storage.timeseries;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the runs of a probe at a location ended, over a span of time.
 *
 * @param counted ended runs that say something of the target: those that ended by our own or the policy's fault,
 *     or fell into maintenance, do not count
 * @param failed of the counted ones, those that ended by the target's fault
 * @param excluded ended runs that do not count
 * @param first planned instant of the oldest run of the span, of whatever outcome
 */
public record OutcomeTally(long counted, long failed, long excluded, Optional<Instant> first) {

    /** The share of good runs in percent; empty without any run that counts. */
    public OptionalDouble uptime() {
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (counted - failed) / counted);
    }
}
