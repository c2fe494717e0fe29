package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.OptionalDouble;

/**
 * A baseline: the median of earlier runs.
 *
 * @param runs number of runs in the baseline
 * @param description describes these runs, or, without a value, why there is none
 */
record Baseline(OptionalDouble value, int runs, LocalizedMessage description) {

    /** Minimum number of runs for a baseline. */
    static final int MIN_RUNS = 3;

    static Baseline none(LocalizedMessage reason) {
        return new Baseline(OptionalDouble.empty(), 0, reason);
    }

    /** @param runs describes the runs: {@code at the same hour in the last 4 weeks} */
    static Baseline of(double[] values, LocalizedMessage runs) {
        return values.length < MIN_RUNS
                ? none(LocalizedMessage.of("budget.baseline.tooFewRuns", values.length, runs, MIN_RUNS))
                : new Baseline(OptionalDouble.of(Statistic.MEDIAN.of(values)), values.length, runs);
    }
}
