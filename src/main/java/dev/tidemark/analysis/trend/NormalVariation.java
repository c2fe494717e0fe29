package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Quantile;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The normal variation of a metric between two consecutive runs. A difference between two single runs is significant if it is larger.
 * Only consecutive runs are compared, because a change of level or the time of day is not noise.
 *
 * @param p95 95th percentile of the differences between consecutive runs, in the metric's unit
 */
public record NormalVariation(int pairs, double p95) {

    private static final int MIN_PAIRS = 8;
    /** With fewer pairs the 95th percentile is estimated by the largest difference plus a margin. */
    private static final int PAIRS_FOR_P95 = 20;

    private static final double MARGIN = 1.2;
    /** With too few pairs, a difference is likely real if it is so many times as large as their estimate. */
    private static final double LIKELY = 2;

    /** @param segments values of consecutive runs, each oldest first; the result is empty without two of them */
    public static Optional<NormalVariation> of(double[]... segments) {
        double[] differences = Arrays.stream(segments)
                .flatMapToDouble(NormalVariation::differences)
                .toArray();
        if (differences.length == 0) {
            return Optional.empty();
        }
        double p95 = differences.length < PAIRS_FOR_P95
                ? MARGIN * Arrays.stream(differences).max().orElseThrow()
                : Quantile.of(differences, 0.95);
        return Optional.of(new NormalVariation(differences.length, p95));
    }

    /** The runs that are missing for a verdict; 0 if there are enough. */
    public int runsNeeded() {
        return Math.max(0, MIN_PAIRS - pairs);
    }

    /** The runs that are needed for a verdict if there is no pair of consecutive runs yet. */
    public static int runsNeededWithoutPairs() {
        return MIN_PAIRS;
    }

    public boolean isExceededBy(double difference) {
        return Math.abs(difference) > p95;
    }

    /** Whether a difference is probably real although there are too few runs for a verdict. */
    public boolean isProbablyExceededBy(double difference) {
        return pairs > 1 && Math.abs(difference) > LIKELY * p95;
    }

    private static DoubleStream differences(double[] values) {
        return IntStream.range(1, values.length).mapToDouble(i -> Math.abs(values[i] - values[i - 1]));
    }
}
