package dev.tidemark.budget;

import dev.tidemark.budget.Verdict.Kind;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Limit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The rule of {@code breaches} of the last {@code of}: broken as soon as enough runs break the bound, kept as soon as the
 * runs without a value could no longer break it, unknown in between.
 */
final class LimitRule {

    private LimitRule() {}

    /** By the runs' medians. */
    static Verdict judge(Limit limit, List<Run> newestFirst) {
        return judge(limit, newestFirst, run -> Reading.median(run, limit.metric()));
    }

    /** Only runs that are OK count: a page that failed has no numbers, and a fault of ours says nothing of the page. */
    static Verdict judge(Limit limit, List<Run> newestFirst, Function<Run, Reading> reading) {
        return judgeReadings(
                limit,
                newestFirst.stream()
                        .filter(LimitRule::counts)
                        .limit(limit.of())
                        .map(reading)
                        .toList());
    }

    /** The newest {@code of} readings, newest first. */
    static Verdict judgeReadings(Limit limit, List<Reading> readings) {
        List<Reading> known =
                readings.stream().filter(one -> one.value().isPresent()).toList();
        int breaching = (int) known.stream().filter(one -> one.breaks(limit)).count();
        Kind kind = kind(limit, breaching, limit.of() - known.size());
        Optional<Reading> telling = known.stream()
                .filter(one -> kind != Kind.BROKEN || one.breaks(limit))
                .findFirst();
        return new Verdict(
                limit,
                kind,
                telling.map(Reading::value).orElse(OptionalDouble.empty()),
                breaching,
                known.size(),
                new Arithmetic(limit, readings, known, breaching).line(kind),
                telling.flatMap(one -> one.bound(limit)).or(limit::fixed),
                known.stream().map(one -> one.value().getAsDouble()).toList());
    }

    private static boolean counts(Run run) {
        return run.state() == RunState.ENDED
                && run.outcome().filter(Outcome::isOk).isPresent();
    }

    private static Kind kind(Limit limit, int breaching, int withoutValue) {
        if (breaching >= limit.breaches()) {
            return Kind.BROKEN;
        }
        return breaching + withoutValue < limit.breaches() ? Kind.KEPT : Kind.UNKNOWN;
    }
}
