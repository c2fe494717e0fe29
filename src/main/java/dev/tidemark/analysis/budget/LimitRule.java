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
    static Verdict evaluate(Limit limit, List<Run> newestFirst) {
        return evaluate(limit, newestFirst, run -> LimitValue.median(run, limit.metric()));
    }

    /** Only successful runs count: a failed page has no values, and a monitor failure is not a property of the page. */
    static Verdict evaluate(Limit limit, List<Run> newestFirst, Function<Run, LimitValue> valueOf) {
        return evaluateValues(
                limit,
                newestFirst.stream()
                        .filter(LimitRule::counts)
                        .limit(limit.of())
                        .map(valueOf)
                        .toList());
    }

    /** Evaluates the newest {@code of} values, newest first. */
    static Verdict evaluateValues(Limit limit, List<LimitValue> values) {
        List<LimitValue> present =
                values.stream().filter(one -> one.value().isPresent()).toList();
        int breaching =
                (int) present.stream().filter(one -> one.violates(limit)).count();
        VerdictKind kind = kind(limit, breaching, limit.of() - present.size());
        Optional<LimitValue> decisive = present.stream()
                .filter(one -> kind != VerdictKind.FAIL || one.violates(limit))
                .findFirst();
        return new Verdict(
                limit,
                kind,
                decisive.map(LimitValue::value).orElse(OptionalDouble.empty()),
                breaching,
                present.size(),
                new VerdictExplanation(limit, values, present, breaching).line(kind),
                decisive.flatMap(one -> one.threshold(limit)).or(limit::fixedThreshold),
                present.stream().map(one -> one.value().getAsDouble()).toList());
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
