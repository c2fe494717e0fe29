package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.ForeignFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * sitespeed.io's {@code budget.json}: https://www.sitespeed.io/documentation/sitespeed.io/performance-budget/. Sizes are in
 * bytes, timings apply to the median of the iterations, and budgets of a page take precedence over those of all pages, those of
 * its alias over those of its URL.
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
            "size",
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

    private SitespeedBudget(PageUrlMatcher page) {
        this.page = page;
    }

    /** Reads the file in the present or the older form, or a configuration of sitespeed.io that contains it. */
    static ImportedBudgets read(PageUrlMatcher page, DocumentNode document) {
        DocumentNode file = document instanceof DocumentNode.Fields top
                        && top.values().get("budget") instanceof DocumentNode.Fields budget
                        && budget.values().get("config") instanceof DocumentNode.Fields config
                ? config
                : document;
        if (file instanceof DocumentNode.Fields top && top.value("budget").isPresent()) {
            return new SitespeedBudget(page).budget(top.values().get("budget"));
        }
        if (ForeignFormat.of(file)
                .filter(ForeignFormat.SITESPEED_BUDGET::equals)
                .isPresent()) {
            return SitespeedMessageBudget.read((DocumentNode.Fields) file);
        }
        ImportCollector nothing = new ImportCollector();
        nothing.ignore(document.place(), LocalizedMessage.of("import.ignored.noBudget"));
        return nothing.imported();
    }

    private ImportedBudgets budget(DocumentNode budget) {
        Map<String, DocumentNode> values = new LinkedHashMap<>();
        Map<String, DocumentNode> keys = collector.fields(budget, "budget");
        List<String> ofThisPage = pageKeys(keys);
        keys.forEach((key, node) -> {
            if (SECTIONS.contains(key)) {
                put(key, node, values);
            }
        });
        ofThisPage.forEach(
                key -> collector.fields(keys.get(key), key).forEach((section, child) -> put(section, child, values)));
        keys.forEach((key, node) -> {
            if (!SECTIONS.contains(key) && !ofThisPage.contains(key)) {
                collector.ignore(
                        node.place(),
                        LocalizedMessage.of(
                                page.isWithoutPage() ? "import.ignored.pageKeyUnknown" : "import.ignored.otherPageKey",
                                key));
            }
        });
        values.forEach(this::limit);
        return collector.imported();
    }

    /** The keys of the page, the one that takes precedence last: its URL, exactly if there is such a key, then its alias. */
    private List<String> pageKeys(Map<String, DocumentNode> keys) {
        List<String> found = new ArrayList<>();
        page.bestUrlKey(keys.keySet().stream()
                        .filter(key -> !SECTIONS.contains(key))
                        .toList())
                .ifPresent(found::add);
        page.alias().filter(keys::containsKey).ifPresent(found::add);
        return found;
    }

    private void put(String section, DocumentNode node, Map<String, DocumentNode> values) {
        collector.fields(node, section).forEach((key, child) -> {
            if (section.equals("usertimings") && child instanceof DocumentNode.Fields names && !isBound(names)) {
                names.values().forEach((name, value) -> values.put(section + "." + key + "." + name, value));
            } else {
                values.put(section + "." + key, child);
            }
        });
    }

    private void limit(String path, DocumentNode node) {
        Optional<Metric> metric = SitespeedMetricNames.metric(path);
        if (metric.isEmpty()) {
            collector.ignore(node.place(), SitespeedMetricNames.reason(path));
        } else if (node instanceof DocumentNode.Fields bounds && isBound(bounds)) {
            bounds.values().forEach((key, value) -> bound(path, metric.get(), key.equals("min"), value));
        } else {
            bound(path, metric.get(), path.startsWith("lighthouse."), node);
        }
    }

    private void bound(String path, Metric metric, boolean minimum, DocumentNode node) {
        collector.number(node, path).ifPresent(number -> {
            double value = metric.equals(Metric.SCORE) && number > 1 ? number / 100 : number;
            Bound bound = minimum ? new Bound.Min(value) : new Bound.Max(value);
            collector.limit(node.place(), metric, Statistic.MEDIAN, bound, Severity.CRITICAL);
        });
    }

    /** Whether the value is {@code {"max": 1000}} or {@code {"min": 90}}, as in the older form. */
    private static boolean isBound(DocumentNode.Fields value) {
        return !value.values().isEmpty()
                && Set.of("min", "max").containsAll(value.values().keySet());
    }
}
