package dev.tidemark.story;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Quantile;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a run's value is usual, a single spike, or the beginning of something that stays.
 *
 * <p>Usual is what lies within three robust standard deviations (1.4826 times the median absolute deviation) of the median
 * of the runs before, or within 5 % of it: <a
 * href="https://en.wikipedia.org/wiki/Median_absolute_deviation#Relation_to_standard_deviation">definition</a>.
 *
 * @param before values of the runs before, in the metric's unit
 * @param after values of the runs after, the next one first
 * @param samples values of the run's own good samples
 */
record Spike(Metric metric, double value, double[] before, double[] after, double[] samples) {

    static final int ENOUGH = 5;

    private static final double SIGMAS = 3 * 1.4826;
    private static final double ALWAYS_NOISE = 0.05;

    String text() {
        if (before.length < ENOUGH) {
            return "Too early to say: it takes " + ENOUGH + " runs before this one to know what is usual, and there "
                    + (before.length == 1 ? "is 1." : "are " + before.length + ".");
        }
        String usual = "the " + before.length + " runs before had a median of " + words(median(before)) + " ("
                + words(Quantile.of(before, 0.1)) + " to " + words(Quantile.of(before, 0.9)) + ")";
        if (!isOdd(value)) {
            return metric + " is as usual: " + usual + ".";
        }
        return metric + " is " + factor() + " the usual: " + usual + ". " + aftermath() + agreement();
    }

    /** good for the usual and the better, poor for what stays, otherwise needs-improvement. */
    String tone() {
        if (before.length < ENOUGH) {
            return "none";
        }
        if (!isOdd(value) || value < median(before)) {
            return "good";
        }
        return after.length > 0 && odd(after) * 2 > after.length ? "poor" : "needs-improvement";
    }

    private String aftermath() {
        if (after.length == 0) {
            return "No run came after it yet: the next one tells whether it stays.";
        }
        long odd = odd(after);
        if (odd == 0) {
            return "A single spike: "
                    + (after.length == 1 ? "the next run was" : "the next " + after.length + " runs were")
                    + " back at " + words(median(after)) + ".";
        }
        String some = odd + " of the next " + after.length + (after.length == 1 ? " run is" : " runs are");
        return odd * 2 > after.length ? "It stays: " + some + " so too." : "It comes and goes: " + some + " so too.";
    }

    private String agreement() {
        if (samples.length < 2) {
            return "";
        }
        long odd = odd(samples);
        return odd == samples.length
                ? " All " + samples.length + " samples agree."
                : " " + odd + " of its " + samples.length + " samples were so.";
    }

    private String factor() {
        double usual = median(before);
        return usual == 0 ? words(value) + " against" : String.format(Locale.ROOT, "%.1f times", value / usual);
    }

    /** How many of the values are unusual on the same side as the run's own. */
    private long odd(double[] values) {
        boolean high = value > median(before);
        return Arrays.stream(values)
                .filter(one -> isOdd(one) && one > median(before) == high)
                .count();
    }

    private boolean isOdd(double one) {
        double usual = median(before);
        double deviation = median(
                Arrays.stream(before).map(other -> Math.abs(other - usual)).toArray());
        return Math.abs(one - usual) > Math.max(SIGMAS * deviation, ALWAYS_NOISE * usual);
    }

    private String words(double any) {
        return ValueText.of(metric, any);
    }

    private static double median(double[] values) {
        return Quantile.of(values, 0.5);
    }
}
