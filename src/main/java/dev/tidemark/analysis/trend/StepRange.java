package dev.tidemark.analysis.trend;

import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From (inclusive) to (exclusive) in steps. */
record StepRange(Interval interval, Duration step) {
    static final int MOST_STEPS = 20_000;
    private static final int WANTED_STEPS = 200;
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofDays(7);
    private static final List<Duration> ROUND_STEPS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /** Without {@code to}: until now; without {@code from}: a week; without {@code step}: some 200 steps of a round length. */
    static StepRange read(QueryParameters query, Instant now) {
        Instant to = query.instant("to").orElse(now);
        Instant from = query.instant("from").orElse(to.minus(USUAL));
        Duration step = query.duration("step").orElseGet(() -> roundStep(Duration.between(from, to)));
        if (!from.isBefore(to)) {
            query.addError("from", LocalizedMessage.of("validation.from.notBeforeTo", from, to));
        } else if (step.compareTo(SHORTEST_STEP) < 0) {
            query.addError("step", LocalizedMessage.of("validation.step.tooShort", step, SHORTEST_STEP));
        } else if (Duration.between(from, to).dividedBy(step) > MOST_STEPS) {
            query.addError("step", LocalizedMessage.of("validation.step.tooMany", step, MOST_STEPS));
        }
        query.requireValid();
        return new StepRange(new Interval(from, to), step);
    }

    static Duration roundStep(Duration range) {
        return ROUND_STEPS.stream()
                .filter(step -> step.multipliedBy(WANTED_STEPS).compareTo(range) >= 0)
                .findFirst()
                .orElse(ROUND_STEPS.get(ROUND_STEPS.size() - 1));
    }
}
