package dev.tidemark.budget;

import dev.tidemark.budget.Verdict.Kind;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Limit;
import java.util.List;
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
        List<Double> values = readings.stream()
                .filter(one -> one.value().isPresent())
                .map(one -> one.value().getAsDouble())
                .toList();
        int breaching = (int)
                values.stream().filter(value -> !limit.bound().allows(value)).count();
        Kind kind = kind(limit, breaching, limit.of() - values.size());
        String arithmetic = new Arithmetic(limit, readings, values, breaching).line(kind);
        return new Verdict(limit, kind, telling(limit, kind, values), breaching, values.size(), arithmetic);
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

    private static OptionalDouble telling(Limit limit, Kind kind, List<Double> values) {
        return values.stream()
                .filter(value -> kind != Kind.BROKEN || !limit.bound().allows(value))
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }
}
