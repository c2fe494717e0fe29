package dev.tidemark.model.metric;

import java.util.Arrays;

/**
 * The only implementation of quantiles: linear interpolation between the closest ranks, as PostgreSQL's
 * {@code percentile_cont}, R's type 7 and NumPy's default do.
 */
public final class Quantile {

    private Quantile() {}

    /**
     * The quantile of at least one finite value.
     *
     * @param fraction from 0 to 1
     */
    public static double of(double[] values, double fraction) {
        requireNotEmpty(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double rank = fraction * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    static double mean(double[] values) {
        requireNotEmpty(values);
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void requireNotEmpty(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, so no statistic of them");
        }
    }
}
