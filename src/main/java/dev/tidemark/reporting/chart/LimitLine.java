package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A limit as a horizontal line: {@code Budget 2.50 s}, {@code Budget ≥ 95}, {@code Budget 2.50 s, p75 over 7 d}. */
public record LimitLine(Bound.Fixed threshold, LocalizedMessage label) {

    /** The fixed limits of a metric; limits with the same threshold are one line. */
    public static List<LimitLine> of(Metric metric, List<Limit> limits) {
        Map<Bound.Fixed, LimitLine> lines = new LinkedHashMap<>();
        for (Limit limit : limits) {
            if (limit.metric().equals(metric)) {
                limit.fixedThreshold()
                        .ifPresent(one -> lines.putIfAbsent(one, new LimitLine(one, label(metric, one, limit))));
            }
        }
        return new ArrayList<>(lines.values());
    }

    boolean isViolatedBy(double value) {
        return !threshold.allows(value);
    }

    private static LocalizedMessage label(Metric metric, Bound.Fixed threshold, Limit limit) {
        String value = (threshold instanceof Bound.Min ? "≥ " : "") + MetricFormat.limit(metric, threshold.value());
        if (limit.window().isPresent() && !metric.isOutcomeBased()) {
            return LocalizedMessage.of(
                    "chart.trend.budget.window",
                    value,
                    limit.statistic().title(),
                    DurationFormat.of(limit.window().get()));
        }
        return limit.statistic() == Statistic.MEDIAN || metric.isOutcomeBased()
                ? LocalizedMessage.of("chart.trend.budget", value)
                : LocalizedMessage.of(
                        "chart.trend.budget.statistic", value, limit.statistic().title());
    }
}
