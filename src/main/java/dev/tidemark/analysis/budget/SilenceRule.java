package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Dead man's switch, evaluated by the clock. A result is a run with an outcome of the target, success or failure. */
final class SilenceRule {

    private SilenceRule() {}

    /**
     * @param last the scheduled time of the newest result, or when monitoring began
     * @param now the time of the evaluation
     */
    static Verdict evaluate(Limit limit, Optional<Instant> last, Instant now) {
        if (last.isEmpty()) {
            return Verdict.unknown(limit, LocalizedMessage.of("budget.calculation.noResult"));
        }
        Bound.Fixed threshold = (Bound.Fixed) limit.threshold();
        Duration silent = Duration.between(last.get(), now);
        double millis = Math.max(0, silent.toMillis());
        VerdictKind kind = threshold.allows(millis) ? VerdictKind.PASS : VerdictKind.FAIL;
        return new Verdict(
                limit,
                kind,
                OptionalDouble.of(millis),
                kind == VerdictKind.FAIL ? 1 : 0,
                1,
                LocalizedMessage.of(
                        "budget.calculation.silence",
                        last.get(),
                        DurationFormat.elapsed(silent),
                        now,
                        DurationFormat.of(Duration.ofMillis((long) threshold.value()))),
                Optional.of(threshold),
                List.of(millis));
    }
}
