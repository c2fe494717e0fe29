package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Statistic;
import java.util.OptionalDouble;

/**
 * What was usual: the median of former runs.
 *
 * @param runs how many
 * @param from which runs they are, or, without a value, why there is none
 */
record Baseline(OptionalDouble value, int runs, String from) {

    /** Under this many runs nothing is usual. */
    static final int FEWEST_RUNS = 3;

    static Baseline none(String why) {
        return new Baseline(OptionalDouble.empty(), 0, why);
    }

    /** @param which in words: {@code at the same hour of the last 4 weeks} */
    static Baseline of(double[] values, String which) {
        return values.length < FEWEST_RUNS
                ? none(values.length + " runs " + which + ", " + FEWEST_RUNS + " are needed")
                : new Baseline(OptionalDouble.of(Statistic.MEDIAN.of(values)), values.length, which);
    }
}
