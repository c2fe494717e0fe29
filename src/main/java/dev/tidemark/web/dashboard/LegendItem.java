package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.BudgetStatus;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.FailedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a colour and shape in a chart means. @param shape CSS-safe name */
public record LegendItem(String shape, LocalizedMessage text) {

    /** The shapes of the dots: by the limits of the metric, else by its thresholds; and the crosses of failed runs. */
    static List<LegendItem> of(Metric metric, Probe probe, List<FailedRuns> failures) {
        List<LegendItem> items = new ArrayList<>(dots(metric, probe));
        add(items, failures, "failed", one -> one.outcome().fault() != FaultOrigin.OURS);
        add(items, failures, "monitor-failed", one -> one.outcome().fault() == FaultOrigin.OURS);
        return items;
    }

    private static List<LegendItem> dots(Metric metric, Probe probe) {
        FormFactor form = probe.profile().formFactor();
        if (probe.budgets().stream()
                .anyMatch(limit -> limit.isPerRun() && limit.metric().equals(metric))) {
            return Stream.of(BudgetStatus.WITHIN, BudgetStatus.NEAR, BudgetStatus.OVER)
                    .map(one -> item(one.label(), "probe.trend.legend." + one.label()))
                    .toList();
        }
        boolean rated = metric.plain().equals(Metric.SCORE)
                || Thresholds.official(metric, form).isPresent();
        return rated
                ? Stream.of("good", "needs-improvement", "poor")
                        .map(one -> item(one, "common.rating." + one))
                        .toList()
                : List.of();
    }

    private static void add(
            List<LegendItem> items, List<FailedRuns> failures, String shape, Predicate<FailedRuns> matches) {
        long runs =
                failures.stream().filter(matches).mapToLong(FailedRuns::runs).sum();
        if (runs > 0) {
            items.add(new LegendItem(shape, LocalizedMessage.of("probe.trend.legend." + shape, runs)));
        }
    }

    private static LegendItem item(String shape, String key) {
        return new LegendItem(shape, LocalizedMessage.of(key));
    }
}
