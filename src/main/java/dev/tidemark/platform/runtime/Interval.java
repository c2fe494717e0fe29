package dev.tidemark.platform.runtime;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, from (inclusive) to (exclusive). One that does not end after it begins is empty. */
public record Interval(Instant from, Instant to) {

    /** The time that ends with an instant. */
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
