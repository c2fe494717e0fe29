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

    static Baseline none(LocalizedMessage why) {
        return new Baseline(OptionalDouble.empty(), 0, why);
    }

    /** @param which describes the runs: {@code at the same hour in the last 4 weeks} */
    static Baseline of(double[] values, LocalizedMessage which) {
        return values.length < MIN_RUNS
                ? none(LocalizedMessage.of("budget.baseline.tooFewRuns", values.length, which, MIN_RUNS))
                : new Baseline(OptionalDouble.of(Statistic.MEDIAN.of(values)), values.length, which);
    }
}
