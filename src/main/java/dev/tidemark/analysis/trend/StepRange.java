package dev.tidemark.analysis.trend;

import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An interval, divided into steps. */
record StepRange(Interval interval, Duration step) {
    static final int MAX_STEPS = 20_000;
    private static final int TARGET_STEPS = 200;
    private static final Duration MIN_STEP = Duration.ofSeconds(1);
    private static final Duration DEFAULT_RANGE = Duration.ofDays(7);
    private static final List<Duration> ROUND_STEPS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /** Defaults: {@code to} is now, {@code from} a week earlier, {@code step} a round duration that gives at most 200 steps where possible. */
    static StepRange read(QueryParameters query, Instant now) {
        Instant to = query.instant("to").orElse(now);
        Instant from = query.instant("from").orElse(to.minus(DEFAULT_RANGE));
        Duration step = query.duration("step").orElseGet(() -> roundStep(Duration.between(from, to)));
        if (!from.isBefore(to)) {
            query.addError("from", LocalizedMessage.of("validation.from.notBeforeTo", from, to));
        } else if (step.compareTo(MIN_STEP) < 0) {
            query.addError("step", LocalizedMessage.of("validation.step.tooShort", step, MIN_STEP));
        } else if (Duration.between(from, to).dividedBy(step) > MAX_STEPS) {
            query.addError("step", LocalizedMessage.of("validation.step.tooMany", step, MAX_STEPS));
        }
        query.requireValid();
        return new StepRange(new Interval(from, to), step);
    }

    static Duration roundStep(Duration range) {
        return ROUND_STEPS.stream()
                .filter(step -> step.multipliedBy(TARGET_STEPS).compareTo(range) >= 0)
                .findFirst()
                .orElse(ROUND_STEPS.get(ROUND_STEPS.size() - 1));
    }
}
