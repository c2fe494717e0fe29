package dev.tidemark.foreign;

import dev.tidemark.document.Node;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * sitespeed.io's {@code budget.json}: https://www.sitespeed.io/documentation/sitespeed.io/performance-budget/. Sizes are in
 * bytes, timings hold for the median of the iterations, and what is written for a page goes over what is written for all.
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

    private final Gathered gathered = new Gathered();
    private final PageAddress page;

    SitespeedBudget(PageAddress page) {
        this.page = page;
    }

    Imported read(Node document) {
        if (!(document instanceof Node.Fields top) || top.value("budget").isEmpty()) {
            gathered.ignore(document.place(), "has no budget; the form before sitespeed.io 8 is not read");
            return gathered.imported();
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Node> keys = gathered.fields(top.values().get("budget"), "budget");
        keys.forEach((key, node) -> {
            if (SECTIONS.contains(key)) {
                put(key, node, values);
            }
        });
        keys.forEach((key, node) -> {
            if (!SECTIONS.contains(key) && isThisPage(key)) {
                gathered.fields(node, key).forEach((section, child) -> put(section, child, values));
            } else if (!SECTIONS.contains(key)) {
                gathered.ignore(node.place(), "is for " + key + ", not for this page");
            }
        });
        values.forEach(this::limit);
        return gathered.imported();
    }

    private boolean isThisPage(String key) {
        boolean sameUrl = page.url().filter(url -> url.toString().equals(key)).isPresent();
        return sameUrl || page.alias().filter(key::equals).isPresent();
    }

    private void put(String section, Node node, Map<String, Node> values) {
        gathered.fields(node, section).forEach((key, child) -> {
            if (section.equals("usertimings")) {
                gathered.fields(child, key)
                        .forEach((name, value) -> values.put(section + "." + key + "." + name, value));
            } else {
                values.put(section + "." + key, child);
            }
        });
    }

    private void limit(String path, Node node) {
        SitespeedNames.metric(path)
                .ifPresentOrElse(
                        metric -> gathered.number(node, path).ifPresent(number -> add(path, metric, number)),
                        () -> gathered.ignore(node.place(), path + ": " + SitespeedNames.reason(path)));
    }

    private void add(String path, Metric metric, double number) {
        if (path.startsWith("lighthouse.")) {
            double score = number > 1 ? number / 100 : number;
            gathered.limit(metric, Statistic.MEDIAN, new Bound.Min(score), Severity.CRITICAL);
        } else {
            gathered.most(metric, number);
        }
    }
}
