package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * sitespeed.io's {@code budget.json}: https://www.sitespeed.io/documentation/sitespeed.io/performance-budget/. Sizes are in
 * bytes, timings apply to the median of the iterations, and budgets of a page take precedence over those of all pages.
 */
final class SitespeedBudget {

    private static final Set<String> SECTIONS = Set.of(
            "googleWebVitals",
            "timings",
            "cpu",
            "pageinfo",
            "requests",
            "transferSize",
            "contentSize",
            "thirdParty",
            "firstParty",
            "score",
            "lighthouse",
            "gpsi",
            "axe",
            "sustainable",
            "usertimings",
            "scriptingmetrics",
            "browser");

    private final ImportCollector collector = new ImportCollector();
    private final PageUrlMatcher page;

    SitespeedBudget(PageUrlMatcher page) {
        this.page = page;
    }

    ImportedBudgets read(DocumentNode document) {
        if (!(document instanceof DocumentNode.Fields top)
                || top.value("budget").isEmpty()) {
            collector.ignore(document.place(), LocalizedMessage.of("import.ignored.noBudget"));
            return collector.imported();
        }
        Map<String, DocumentNode> values = new LinkedHashMap<>();
        Map<String, DocumentNode> keys = collector.fields(top.values().get("budget"), "budget");
        keys.forEach((key, node) -> {
            if (SECTIONS.contains(key)) {
                put(key, node, values);
            }
        });
        keys.forEach((key, node) -> {
            if (!SECTIONS.contains(key) && isThisPage(key)) {
                collector.fields(node, key).forEach((section, child) -> put(section, child, values));
            } else if (!SECTIONS.contains(key)) {
                collector.ignore(node.place(), LocalizedMessage.of("import.ignored.otherPageKey", key));
            }
        });
        values.forEach(this::limit);
        return collector.imported();
    }

    private boolean isThisPage(String key) {
        boolean sameUrl = page.url().filter(url -> url.toString().equals(key)).isPresent();
        return sameUrl || page.alias().filter(key::equals).isPresent();
    }

    private void put(String section, DocumentNode node, Map<String, DocumentNode> values) {
        collector.fields(node, section).forEach((key, child) -> {
            if (section.equals("usertimings")) {
                collector
                        .fields(child, key)
                        .forEach((name, value) -> values.put(section + "." + key + "." + name, value));
            } else {
                values.put(section + "." + key, child);
            }
        });
    }

    private void limit(String path, DocumentNode node) {
        SitespeedMetricNames.metric(path)
                .ifPresentOrElse(
                        metric -> collector.number(node, path).ifPresent(number -> add(path, metric, number)),
                        () -> collector.ignore(node.place(), SitespeedMetricNames.reason(path)));
    }

    private void add(String path, Metric metric, double number) {
        if (path.startsWith("lighthouse.")) {
            double score = number > 1 ? number / 100 : number;
            collector.limit(metric, Statistic.MEDIAN, new Bound.Min(score), Severity.CRITICAL);
        } else {
            collector.max(metric, number);
        }
    }
}
