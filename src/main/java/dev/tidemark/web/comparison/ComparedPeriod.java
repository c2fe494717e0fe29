package dev.tidemark.web.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A span of time on one side of a comparison: from (inclusive) to (exclusive). */
record ComparedPeriod(Instant from, Instant to) {

    static final Duration LONGEST = Duration.ofDays(400);

    /** Turned when it is the wrong way round, cut when it is longer than 400 days; none without a length. */
    static Optional<ComparedPeriod> between(Instant one, Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        if (from.equals(to)) {
            return Optional.empty();
        }
        return Optional.of(
                new ComparedPeriod(Duration.between(from, to).compareTo(LONGEST) > 0 ? to.minus(LONGEST) : from, to));
    }

    /** As the address writes it. */
    String text() {
        return from + "/" + to;
    }
}
