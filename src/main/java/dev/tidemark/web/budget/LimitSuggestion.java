package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A limit that is derived from the history: the p90 with a margin.
 *
 * @param p90 of the last 14 days in the unit of the metric; p10 for the score, where higher is better
 * @param runs number of runs
 * @param threshold p90 with margin, rounded to three digits
 * @param thresholds official thresholds of the metric
 */
public record LimitSuggestion(Metric metric, double p90, int runs, double threshold, Optional<Thresholds> thresholds) {

    static final String ORIGIN = "suggested";
    private static final double MARGIN = 0.1;
    private static final int DIGITS = 3;

    static LimitSuggestion of(Metric metric, double[] values, Optional<Thresholds> thresholds) {
        boolean high = isBetterHigh(metric);
        double[] turned = values.clone();
        for (int i = 0; high && i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        double p90 = Math.abs(Statistic.P90.of(turned));
        return new LimitSuggestion(metric, p90, values.length, rounded(p90, high), thresholds);
    }

    /** The limit fails if two of three runs exceed it. One of ten runs is above p90 by definition. */
    public Limit limit() {
        LimitScope terms = new LimitScope(OptionalInt.empty(), Optional.empty(), OptionalDouble.empty(), ORIGIN);
        return new Limit(metric, Statistic.MEDIAN, allowedBound(), Severity.WARNING, 2, 3, Optional.empty(), terms);
    }

    public String p90Text() {
        return MetricFormat.of(metric, p90);
    }

    public String limitText() {
        return LimitText.threshold(metric, allowedBound());
    }

    /** "2.50 s good, 4.00 s poor"; a dash if there are no official thresholds. */
    public LocalizedMessage thresholdsText() {
        return thresholds
                .map(one -> LocalizedMessage.of(
                        "budgets.suggested.goodAndPoor",
                        MetricFormat.of(metric, one.good()),
                        MetricFormat.of(metric, one.poor())))
                .orElse(LocalizedMessage.verbatim("–"));
    }

    private Bound.Fixed allowedBound() {
        return isBetterHigh(metric) ? new Bound.Min(threshold) : new Bound.Max(threshold);
    }

    private static boolean isBetterHigh(Metric metric) {
        return metric.equals(Metric.SCORE);
    }

    /** Adds the margin and rounds to three digits, away from the p90. */
    private static double rounded(double p90, boolean high) {
        double moved = high ? p90 * (1 - MARGIN) : p90 * (1 + MARGIN);
        RoundingMode away = high ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return new BigDecimal(moved)
                .round(new MathContext(12))
                .round(new MathContext(DIGITS, away))
                .doubleValue();
    }
}
