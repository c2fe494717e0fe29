package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Evaluates {@code breaches} of the last {@code of} runs: over budget as soon as enough runs violate the threshold, within
 * budget as soon as the runs without a value could no longer change that, unknown in between.
 */
final class LimitRule {

    private LimitRule() {}

    /** Evaluates the medians of the runs. */
    static Verdict judge(Limit limit, List<Run> newestFirst) {
        return judge(limit, newestFirst, run -> LimitValue.median(run, limit.metric()));
    }

    /** Only successful runs count: a failed page has no values, and a monitor failure says nothing about the page. */
    static Verdict judge(Limit limit, List<Run> newestFirst, Function<Run, LimitValue> reading) {
        return judgeReadings(
                limit,
                newestFirst.stream()
                        .filter(LimitRule::counts)
                        .limit(limit.of())
                        .map(reading)
                        .toList());
    }

    /** Evaluates the newest {@code of} values, newest first. */
    static Verdict judgeReadings(Limit limit, List<LimitValue> readings) {
        List<LimitValue> known =
                readings.stream().filter(one -> one.value().isPresent()).toList();
        int breaching = (int) known.stream().filter(one -> one.breaks(limit)).count();
        VerdictKind kind = kind(limit, breaching, limit.of() - known.size());
        Optional<LimitValue> telling = known.stream()
                .filter(one -> kind != VerdictKind.FAIL || one.breaks(limit))
                .findFirst();
        return new Verdict(
                limit,
                kind,
                telling.map(LimitValue::value).orElse(OptionalDouble.empty()),
                breaching,
                known.size(),
                new VerdictExplanation(limit, readings, known, breaching).line(kind),
                telling.flatMap(one -> one.bound(limit)).or(limit::fixedThreshold),
                known.stream().map(one -> one.value().getAsDouble()).toList());
    }

    private static boolean counts(Run run) {
        return run.state() == RunState.ENDED
                && run.outcome().filter(Outcome::isOk).isPresent();
    }

    private static VerdictKind kind(Limit limit, int breaching, int withoutValue) {
        if (breaching >= limit.breaches()) {
            return VerdictKind.FAIL;
        }
        return breaching + withoutValue < limit.breaches() ? VerdictKind.PASS : VerdictKind.UNKNOWN;
    }
}
