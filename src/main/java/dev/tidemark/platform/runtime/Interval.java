package dev.tidemark.platform.runtime;

import java.time.Duration;
import java.time.Instant;

/** A time interval, from (inclusive) to (exclusive). It is empty when it does not end after its start. */
public record Interval(Instant from, Instant to) {

    /** The interval of the given length that ends at an instant. */
    public static Interval before(Instant to, Duration length) {
        return new Interval(to.minus(length), to);
    }

    public boolean isEmpty() {
        return !from.isBefore(to);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean overlaps(Interval other) {
        return from.isBefore(other.to) && to.isAfter(other.from);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
