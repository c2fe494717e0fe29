package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Statistic;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Comparison of two periods of a metric, in its unit. It is based on ranks, so that an outlier counts as a single run.
 *
 * @param difference later minus earlier: the median of all pairwise differences (Hodges-Lehmann estimator)
 * @param low lower limit of the 95 % confidence interval of the difference
 * @param high upper limit of the 95 % confidence interval of the difference
 * @param probability p-value of the two-sided Mann-Whitney U test
 * @param effect Cliff's delta, from −1 to 1; positive if later values are higher
 */
public record PeriodComparison(
        int earlierRuns,
        int laterRuns,
        double earlierMedian,
        double laterMedian,
        double difference,
        double low,
        double high,
        double probability,
        double effect) {
    private static final int MIN_RUNS = 4;
    /** Larger samples do not improve the result but take longer. */
    private static final int MAX_RUNS = 400;

    private static final double SIGNIFICANCE = 0.01;
    /** The level at which a difference is likely, though not significant. */
    static final double LIKELY = 0.1;

    private static final double NORMAL_95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private static final MannWhitneyUTest RANKS =
            MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC).with(ContinuityCorrection.DISABLED);

    /** The normal quantile of the two-sided significance level. */
    private static final double NORMAL_SIGNIFICANT =
            NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - SIGNIFICANCE / 2);

    /** Empty with fewer than four runs in a period, which are too few for a test. */
    public static Optional<PeriodComparison> of(double[] earlier, double[] later) {
        if (earlier.length < MIN_RUNS || later.length < MIN_RUNS) {
            return Optional.empty();
        }
        return Optional.of(compare(downsampled(earlier), downsampled(later), earlier, later));
    }

    /** Whether the difference is statistically significant. */
    public boolean isBeyondNoise() {
        return probability < SIGNIFICANCE && (low > 0 || high < 0);
    }

    /** Whether the difference is probably real, at the 10 % level, but not yet significant. */
    public boolean isLikely() {
        return !isBeyondNoise() && probability < LIKELY;
    }

    /** The runs that are missing for a significant result if the runs to come differ like those of both periods so far. */
    public RunsNeeded runsNeeded() {
        return RunsNeeded.of(effect, earlierRuns, laterRuns);
    }

    /** Whether an effect (Cliff's delta) is significant with that many runs; with ties it is so with slightly fewer. */
    static boolean isSignificant(double effect, int earlierRuns, int laterRuns) {
        double pairs = (double) earlierRuns * laterRuns;
        return earlierRuns >= MIN_RUNS
                && laterRuns >= MIN_RUNS
                && Math.abs(effect) * Math.sqrt(3 * pairs / (earlierRuns + laterRuns + 1)) > NORMAL_SIGNIFICANT;
    }

    private static PeriodComparison compare(double[] x, double[] y, double[] earlier, double[] later) {
        double[] differences = differences(x, y);
        double pairs = differences.length;
        double half = NORMAL_95 * Math.sqrt(pairs * (x.length + y.length + 1) / 12);
        int rank = (int) Math.max(0, Math.floor(pairs / 2 - half));
        double above = Arrays.stream(differences).filter(one -> one > 0).count();
        double below = Arrays.stream(differences).filter(one -> one < 0).count();
        return new PeriodComparison(
                earlier.length,
                later.length,
                Statistic.MEDIAN.of(earlier),
                Statistic.MEDIAN.of(later),
                Statistic.MEDIAN.of(differences),
                differences[rank],
                differences[differences.length - 1 - rank],
                probability(x, y),
                (above - below) / pairs);
    }

    private static double probability(double[] x, double[] y) {
        double probability = RANKS.test(x, y).getPValue();
        boolean allEqual = Double.isNaN(probability);
        return allEqual ? 1 : probability;
    }

    private static double[] differences(double[] x, double[] y) {
        double[] differences = new double[x.length * y.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = y[i % y.length] - x[i / y.length];
        }
        Arrays.sort(differences);
        return differences;
    }

    /** A sample of evenly spaced runs of the whole period. */
    private static double[] downsampled(double[] values) {
        if (values.length <= MAX_RUNS) {
            return values;
        }
        double[] sample = new double[MAX_RUNS];
        Arrays.setAll(sample, i -> values[(int) ((long) i * values.length / MAX_RUNS)]);
        return sample;
    }
}
