package dev.tidemark.trend;

import dev.tidemark.measurement.Quantile;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Looks for a lasting step in a series, run by run. Each run's distance from the usual median, in units of the usual spread, is
 * cut at ±3, so that one spike cannot make an alarm, and summed up as in Page's CUSUM test
 * (<a href="https://doi.org/10.1093/biomet/41.1-2.100">paper</a>). A sum above the threshold is a suspicion only: ten more runs,
 * taken at once, must lie on the same side before anybody is told.
 *
 * <p>Pure: the same values give the same answer. How often it errs is measured by {@code ChangeSimulation}.
 */
public final class ChangeWatch {
    /** Runs that say what is usual; with fewer there is no answer. */
    public static final int USUAL_RUNS = 50;
    /** Runs to take when there is a suspicion. */
    public static final int CONFIRMING_RUNS = 10;

    private static final double THRESHOLD = 2.9;
    private static final double ALLOWANCE = 0.8;
    private static final double CUT = 3;
    private static final double CONFIRMED = 1.2;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double SMALLEST_SPREAD = 0.01;

    private final double median;
    private final double spread;

    private ChangeWatch(double median, double spread) {
        this.median = median;
        this.spread = spread;
    }

    /**
     * What is usual, from at least {@value #USUAL_RUNS} values. A spread below 1 % of the median counts as 1 %: a change that nobody
     * notices is none.
     */
    public static ChangeWatch usual(double[] values) {
        if (values.length < USUAL_RUNS) {
            throw new IllegalArgumentException(values.length + " values are fewer than " + USUAL_RUNS);
        }
        double median = Quantile.of(values, 0.5);
        double[] distances =
                Arrays.stream(values).map(one -> Math.abs(one - median)).toArray();
        double spread = MAD_TO_SIGMA * Quantile.of(distances, 0.5);
        return new ChangeWatch(median, Math.max(spread, Math.max(SMALLEST_SPREAD * median, Double.MIN_NORMAL)));
    }

    /** After how many of these runs, oldest first, there is a suspicion that values are higher now (from 1). */
    public OptionalInt suspicion(double[] runs, Direction direction) {
        double sum = 0;
        for (int i = 0; i < runs.length; i++) {
            sum = Math.max(0, sum + direction.sign * distance(runs[i]) - ALLOWANCE);
            if (sum > THRESHOLD) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the runs that were taken to make sure say the same. */
    public boolean confirms(double[] runs, Direction direction) {
        double mean = Arrays.stream(runs).map(this::distance).average().orElse(0);
        return direction.sign * mean > CONFIRMED;
    }

    private double distance(double value) {
        return Math.max(-CUT, Math.min(CUT, (value - median) / spread));
    }

    public enum Direction {
        UP(1),
        DOWN(-1);

        private final int sign;

        Direction(int sign) {
            this.sign = sign;
        }
    }
}
