package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of sitespeed.io's budgets before version 8, which addresses the data of its messages: {@code
 * {"browsertime.pageSummary": [{"metric": "statistics.timings.firstPaint.median", "max": 1000}]}}. It has no budgets of single
 * pages.
 */
final class SitespeedMessageBudget {

    private static final List<String> STATISTICS = List.of("median", "mean", "min", "max", "p90", "p99");

    private final ImportCollector collector = new ImportCollector();

    private SitespeedMessageBudget() {}

    static ImportedBudgets read(DocumentNode.Fields file) {
        SitespeedMessageBudget budget = new SitespeedMessageBudget();
        file.values().forEach(budget::message);
        return budget.collector.imported();
    }

    private void message(String type, DocumentNode node) {
        if (node instanceof DocumentNode.Items items && type.endsWith(".pageSummary")) {
            items.nodes().forEach(item -> entry(type, item));
        } else {
            collector.ignore(node.place(), LocalizedMessage.of("import.ignored.notPageSummary", type));
        }
    }

    private void entry(String type, DocumentNode node) {
        Map<String, DocumentNode> fields = collector.fields(node, type);
        String max = fields.containsKey("max") ? "max" : "min";
        if (!(fields.get("metric") instanceof DocumentNode.Text path) || !fields.containsKey(max)) {
            if (node instanceof DocumentNode.Fields) {
                collector.ignore(node.place(), LocalizedMessage.of("import.ignored.rowIncomplete", "metric"));
            }
            return;
        }
        String name = SitespeedMetricNames.withoutBrackets(path.text());
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean hasStatistic = type.startsWith("browsertime.") && STATISTICS.contains(last);
        String plain = hasStatistic ? name.substring(0, name.length() - last.length() - 1) : name;
        Optional<Metric> metric = SitespeedMetricNames.ofMessage(type, plain);
        if (metric.isEmpty()) {
            collector.ignore(node.place(), SitespeedMetricNames.reason(type + "." + path.text()));
            return;
        }
        Statistic statistic = hasStatistic ? statistic(last) : Statistic.MEDIAN;
        collector.number(fields.get(max), path.text()).ifPresent(number -> {
            double value = metric.get().equals(Metric.SCORE) && number > 1 ? number / 100 : number;
            Bound bound = max.equals("max") ? new Bound.Max(value) : new Bound.Min(value);
            collector.limit(node.place(), metric.get(), statistic, bound, Severity.CRITICAL);
        });
    }

    private static Statistic statistic(String label) {
        return Arrays.stream(Statistic.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElse(Statistic.MEDIAN);
    }
}
