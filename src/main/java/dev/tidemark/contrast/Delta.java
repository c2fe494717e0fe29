package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import java.util.Optional;

/** One metric on both sides, and what may be said of the difference. */
public record Delta(Metric metric, Optional<Double> before, Optional<Double> after, Certainty certainty, String words) {

    /** Whether the difference is more than the samples' own noise. */
    public enum Certainty {
        BEYOND,
        WITHIN,
        UNKNOWN
    }

    static Delta of(Metric metric, Load before, Load after) {
        Optional<Double> first = before.values().find(metric).map(Measurement::value);
        Optional<Double> second = after.values().find(metric).map(Measurement::value);
        double[] a = before.spread(metric);
        double[] b = after.spread(metric);
        if (first.isEmpty() || second.isEmpty()) {
            return new Delta(metric, first, second, Certainty.UNKNOWN, "not measured on both sides");
        }
        if (a.length < 2 || b.length < 2) {
            return new Delta(metric, first, second, Certainty.UNKNOWN, "too few samples to know the noise");
        }
        boolean apart = a[a.length - 1] < b[0] || b[b.length - 1] < a[0];
        if (!apart) {
            return new Delta(metric, first, second, Certainty.WITHIN, "the samples of both runs overlap");
        }
        return new Delta(
                metric,
                first,
                second,
                Certainty.BEYOND,
                "all samples lie apart; by chance in 1 of " + Math.round(chances(a.length, b.length)) + " comparisons");
    }

    /** Of so many orders of all samples two have the sides apart: one in half of (n + m over n), as in a rank test. */
    private static double chances(int n, int m) {
        double orders = 1;
        for (int i = 1; i <= n; i++) {
            orders = orders * (m + i) / i;
        }
        return orders / 2;
    }

    public double difference() {
        return after.orElse(0.0) - before.orElse(0.0);
    }

    public boolean isBeyond() {
        return certainty == Certainty.BEYOND;
    }

    public String beforeText() {
        return before.map(value -> ValueText.of(metric, value)).orElse("n/a");
    }

    public String afterText() {
        return after.map(value -> ValueText.of(metric, value)).orElse("n/a");
    }

    public String changeText() {
        return before.isEmpty() || after.isEmpty()
                ? "–"
                : ValueText.change(metric, difference()) + " (" + ValueText.percentChange(before.get(), after.get())
                        + ")";
    }

    /** good, poor or none: of the score more is better, of all else less. */
    public String tone() {
        boolean better = metric.equals(Metric.SCORE) ? difference() > 0 : difference() < 0;
        return !isBeyond() || difference() == 0 ? "none" : better ? "good" : "poor";
    }
}
