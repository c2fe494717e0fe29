package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lighthouse's {@code budget.json}: https://github.com/GoogleChrome/budget.json. Sizes are in KiB, the last entry with a
 * matching path applies, and a value equal to the budget is within it.
 */
final class LighthouseBudget {

    private static final int KIB = 1024;

    private final ImportCollector collector = new ImportCollector();
    private final PageUrlMatcher page;

    LighthouseBudget(PageUrlMatcher page) {
        this.page = page;
    }

    ImportedBudgets read(DocumentNode document) {
        List<DocumentNode> matching = new ArrayList<>();
        List<DocumentNode> entries = document instanceof DocumentNode.Items items ? items.nodes() : List.of();
        if (entries.isEmpty()) {
            collector.ignore(document.place(), LocalizedMessage.of("import.ignored.notAList"));
        }
        entries.stream().filter(this::isForPage).forEach(matching::add);
        for (DocumentNode entry : entries) {
            if (!matching.isEmpty() && entry == matching.get(matching.size() - 1)) {
                entry((DocumentNode.Fields) entry);
            } else {
                collector.ignore(entry.place(), LocalizedMessage.of("import.ignored.otherPath", page.path()));
            }
        }
        return collector.imported();
    }

    private boolean isForPage(DocumentNode entry) {
        if (!(entry instanceof DocumentNode.Fields fields)) {
            return false;
        }
        Optional<DocumentNode> path = fields.value("path");
        return path.isEmpty()
                || path.get() instanceof DocumentNode.Text text
                        && new RobotsPathPattern(text.text()).matches(page.path());
    }

    private void entry(DocumentNode.Fields entry) {
        entry.values().forEach((key, value) -> {
            switch (key) {
                case "path" -> {}
                case "resourceSizes" -> rows(value, "resourceType", row -> resource(row, "BYTES", KIB));
                case "resourceCounts" -> rows(value, "resourceType", row -> resource(row, "REQUESTS", 1));
                case "timings" -> rows(value, "metric", this::timing);
                case "options" ->
                    collector.ignore(value.place(), LocalizedMessage.of("import.ignored.firstPartyHosts"));
                default -> collector.ignore(value.place(), LocalizedMessage.of("import.ignored.unknownKey", key));
            }
        });
    }

    private void rows(DocumentNode node, String key, Consumer<BudgetEntry> use) {
        List<DocumentNode> rows = node instanceof DocumentNode.Items items ? items.nodes() : List.of();
        for (DocumentNode row : rows) {
            if (row instanceof DocumentNode.Fields fields
                    && fields.values().get(key) instanceof DocumentNode.Text name
                    && fields.values().get("budget") != null) {
                use.accept(new BudgetEntry(name.text(), fields.values().get("budget")));
            } else {
                collector.ignore(row.place(), LocalizedMessage.of("import.ignored.rowIncomplete", key));
            }
        }
    }

    private void resource(BudgetEntry row, String prefix, int factor) {
        max(row, LighthouseMetricNames.resource(prefix, row.name()), factor);
    }

    private void timing(BudgetEntry row) {
        Optional<Metric> metric = LighthouseMetricNames.audit(row.name()).filter(known -> !known.equals(Metric.BYTES));
        max(row, metric, 1);
    }

    private void max(BudgetEntry row, Optional<Metric> metric, int factor) {
        if (metric.isEmpty()) {
            collector.ignore(row.budget().place(), LocalizedMessage.of("import.ignored.notMeasured", row.name()));
        } else {
            collector
                    .number(row.budget(), row.name())
                    .ifPresent(number -> collector.max(row.budget().place(), metric.get(), number * factor));
        }
    }

    private record BudgetEntry(String name, DocumentNode budget) {}
}
