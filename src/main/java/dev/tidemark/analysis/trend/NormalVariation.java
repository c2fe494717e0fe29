package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Quantile;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * By how much runs next to each other differ: the noise that a difference of two single runs must get over. Neighbours, because
 * a step or the time of day between distant runs is no noise.
 *
 * @param p95 19 of 20 neighbouring runs differ by no more, in the metric's unit
 */
public record NormalVariation(int pairs, double p95) {

    private static final int MIN_PAIRS = 8;
    /** With fewer pairs there is no 95th percentile yet: the largest difference, and some more. */
    private static final int PAIRS_FOR_P95 = 20;

    private static final double MARGIN = 1.2;

    /** From the values of stretches of runs, each in order of time; empty when there are too few. */
    public static Optional<NormalVariation> of(double[]... segments) {
        double[] differences = Arrays.stream(segments)
                .flatMapToDouble(NormalVariation::differences)
                .toArray();
        if (differences.length < MIN_PAIRS) {
            return Optional.empty();
        }
        double usual = differences.length < PAIRS_FOR_P95
                ? MARGIN * Arrays.stream(differences).max().orElseThrow()
                : Quantile.of(differences, 0.95);
        return Optional.of(new NormalVariation(differences.length, usual));
    }

    public boolean isExceededBy(double difference) {
        return Math.abs(difference) > p95;
    }

    private static DoubleStream differences(double[] values) {
        return IntStream.range(1, values.length).mapToDouble(i -> Math.abs(values[i] - values[i - 1]));
    }
}
