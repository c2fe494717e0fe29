package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;

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
record SpikeAssessment(Metric metric, double value, double[] before, double[] after, double[] samples) {

    static final int ENOUGH = 5;

    private static final double SIGMAS = 3 * 1.4826;
    private static final double ALWAYS_NOISE = 0.05;

    LocalizedMessage text() {
        if (before.length < ENOUGH) {
            return LocalizedMessage.of("run.baseline.tooFewRuns", ENOUGH, before.length);
        }
        LocalizedMessage usual = LocalizedMessage.of(
                "run.baseline.median",
                before.length,
                words(median(before)),
                words(Quantile.of(before, 0.1)),
                words(Quantile.of(before, 0.9)));
        if (!isOdd(value)) {
            return LocalizedMessage.of("run.baseline.normal", metric.shortName(), usual);
        }
        return LocalizedMessage.sentences(unusual(usual), aftermath(), agreement());
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

    private LocalizedMessage unusual(LocalizedMessage usual) {
        double middle = median(before);
        return middle == 0
                ? LocalizedMessage.of("run.baseline.unusual", metric.shortName(), words(value), usual)
                : LocalizedMessage.of(
                        "run.baseline.factor", metric.shortName(), MetricFormat.factor(value / middle), usual);
    }

    private LocalizedMessage aftermath() {
        if (after.length == 0) {
            return LocalizedMessage.of("run.baseline.noLaterRun");
        }
        long odd = odd(after);
        if (odd == 0) {
            return LocalizedMessage.of("run.baseline.singleSpike", after.length, words(median(after)));
        }
        return LocalizedMessage.of(
                odd * 2 > after.length ? "run.baseline.persists" : "run.baseline.intermittent", odd, after.length);
    }

    private LocalizedMessage agreement() {
        if (samples.length < 2) {
            return LocalizedMessage.EMPTY;
        }
        long odd = odd(samples);
        return odd == samples.length
                ? LocalizedMessage.of("run.baseline.allSamples", samples.length)
                : LocalizedMessage.of("run.baseline.someSamples", odd, samples.length);
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
        return MetricFormat.of(metric, any);
    }

    private static double median(double[] values) {
        return Quantile.of(values, 0.5);
    }
}
