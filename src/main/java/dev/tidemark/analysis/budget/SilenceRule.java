package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The dead man's switch: judged by the clock. A result is a run that says something of the target, good or bad. */
final class SilenceRule {

    private SilenceRule() {}

    /**
     * @param last when the newest result was planned, or the watching began
     * @param now the instant to judge at
     */
    static Verdict judge(Limit limit, Optional<Instant> last, Instant now) {
        if (last.isEmpty()) {
            return Verdict.unknown(limit, "no result yet");
        }
        Bound.Fixed bound = (Bound.Fixed) limit.bound();
        Duration silent = Duration.between(last.get(), now);
        double millis = Math.max(0, silent.toMillis());
        VerdictKind kind = bound.allows(millis) ? VerdictKind.PASS : VerdictKind.FAIL;
        return new Verdict(
                limit,
                kind,
                OptionalDouble.of(millis),
                kind == VerdictKind.FAIL ? 1 : 0,
                1,
                "the last result is of " + last.get() + ", " + DurationFormat.elapsed(silent) + " before " + now
                        + "; at most " + DurationFormat.of(Duration.ofMillis((long) bound.value())) + " without one",
                Optional.of(bound),
                List.of(millis));
    }
}
