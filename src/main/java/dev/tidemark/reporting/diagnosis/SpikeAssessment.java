package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;

/**
 * Whether the value of a run is normal, a single spike, or the start of a persistent change.
 *
 * <p>A value is normal within three robust standard deviations (1.4826 times the median absolute deviation) of the median of the
 * previous runs, or within 5 % of it: <a
 * href="https://en.wikipedia.org/wiki/Median_absolute_deviation#Relation_to_standard_deviation">definition</a>.
 *
 * @param before values of the previous runs, in the metric's unit
 * @param after values of the following runs, the next one first
 * @param samples values of the good samples of the run
 */
record SpikeAssessment(Metric metric, double value, double[] before, double[] after, double[] samples) {

    static final int MIN_RUNS = 5;

    private static final double SIGMAS = 3 * 1.4826;
    private static final double MIN_DEVIATION = 0.05;

    LocalizedMessage text() {
        if (before.length < MIN_RUNS) {
            return LocalizedMessage.of("run.baseline.tooFewRuns", MIN_RUNS, before.length);
        }
        LocalizedMessage baseline = LocalizedMessage.of(
                "run.baseline.median",
                before.length,
                format(median(before)),
                format(Quantile.of(before, 0.1)),
                format(Quantile.of(before, 0.9)));
        if (!isUnusual(value)) {
            return LocalizedMessage.of("run.baseline.normal", metric.shortName(), baseline);
        }
        return LocalizedMessage.sentences(unusualText(baseline), laterRunsText(), samplesText());
    }

    /** {@code good} if normal or better, {@code poor} if persistent, else {@code needs-improvement}; {@code none} with too few runs. */
    String rating() {
        if (before.length < MIN_RUNS) {
            return "none";
        }
        if (!isUnusual(value) || value < median(before)) {
            return "good";
        }
        return after.length > 0 && countUnusual(after) * 2 > after.length ? "poor" : "needs-improvement";
    }

    private LocalizedMessage unusualText(LocalizedMessage baseline) {
        double median = median(before);
        return median == 0
                ? LocalizedMessage.of("run.baseline.unusual", metric.shortName(), format(value), baseline)
                : LocalizedMessage.of(
                        "run.baseline.factor", metric.shortName(), MetricFormat.factor(value / median), baseline);
    }

    private LocalizedMessage laterRunsText() {
        if (after.length == 0) {
            return LocalizedMessage.of("run.baseline.noLaterRun");
        }
        long unusual = countUnusual(after);
        if (unusual == 0) {
            return LocalizedMessage.of("run.baseline.singleSpike", after.length, format(median(after)));
        }
        return LocalizedMessage.of(
                unusual * 2 > after.length ? "run.baseline.persists" : "run.baseline.intermittent",
                unusual,
                after.length);
    }

    private LocalizedMessage samplesText() {
        if (samples.length < 2) {
            return LocalizedMessage.EMPTY;
        }
        long unusual = countUnusual(samples);
        return unusual == samples.length
                ? LocalizedMessage.of("run.baseline.allSamples", samples.length)
                : LocalizedMessage.of("run.baseline.someSamples", unusual, samples.length);
    }

    /** The number of values that deviate in the same direction as the run. */
    private long countUnusual(double[] values) {
        boolean high = value > median(before);
        return Arrays.stream(values)
                .filter(one -> isUnusual(one) && one > median(before) == high)
                .count();
    }

    private boolean isUnusual(double one) {
        double baseline = median(before);
        double deviation = median(
                Arrays.stream(before).map(other -> Math.abs(other - baseline)).toArray());
        return Math.abs(one - baseline) > Math.max(SIGMAS * deviation, MIN_DEVIATION * baseline);
    }

    private String format(double number) {
        return MetricFormat.of(metric, number);
    }

    private static double median(double[] values) {
        return Quantile.of(values, 0.5);
    }
}
