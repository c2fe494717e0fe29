package dev.tidemark.foreign;

import dev.tidemark.document.Node;
import dev.tidemark.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lighthouse's {@code budget.json}: https://github.com/GoogleChrome/budget.json. Sizes are in KiB, the last entry whose path
 * matches holds, and exactly on the budget is within it.
 */
final class LighthouseBudget {

    private static final int KIB = 1024;

    private final Gathered gathered = new Gathered();
    private final PageAddress page;

    LighthouseBudget(PageAddress page) {
        this.page = page;
    }

    Imported read(Node document) {
        List<Node> matching = new ArrayList<>();
        List<Node> entries = document instanceof Node.Items items ? items.nodes() : List.of();
        if (entries.isEmpty()) {
            gathered.ignore(document.place(), "is no list of budgets");
        }
        entries.stream().filter(this::isForPage).forEach(matching::add);
        for (Node entry : entries) {
            if (!matching.isEmpty() && entry == matching.get(matching.size() - 1)) {
                entry((Node.Fields) entry);
            } else {
                gathered.ignore(
                        entry.place(), "is not for " + page.path() + ": only the last entry whose path matches holds");
            }
        }
        return gathered.imported();
    }

    private boolean isForPage(Node entry) {
        if (!(entry instanceof Node.Fields fields)) {
            return false;
        }
        Optional<Node> path = fields.value("path");
        return path.isEmpty()
                || path.get() instanceof Node.Text text && new RobotsPath(text.text()).matches(page.path());
    }

    private void entry(Node.Fields entry) {
        entry.values().forEach((key, value) -> {
            switch (key) {
                case "path" -> {}
                case "resourceSizes" -> rows(value, "resourceType", row -> resource(row, "BYTES", KIB));
                case "resourceCounts" -> rows(value, "resourceType", row -> resource(row, "REQUESTS", 1));
                case "timings" -> rows(value, "metric", this::timing);
                case "options" -> gathered.ignore(value.place(), "first-party host names are not a setting here");
                default -> gathered.ignore(value.place(), key + " is unknown to Lighthouse");
            }
        });
    }

    private void rows(Node node, String key, Consumer<Row> use) {
        List<Node> rows = node instanceof Node.Items items ? items.nodes() : List.of();
        for (Node row : rows) {
            if (row instanceof Node.Fields fields
                    && fields.values().get(key) instanceof Node.Text name
                    && fields.values().get("budget") != null) {
                use.accept(new Row(name.text(), fields.values().get("budget")));
            } else {
                gathered.ignore(row.place(), "needs " + key + " and budget");
            }
        }
    }

    private void resource(Row row, String prefix, int factor) {
        most(row, LighthouseNames.resource(prefix, row.name()), factor);
    }

    private void timing(Row row) {
        Optional<Metric> metric = LighthouseNames.audit(row.name()).filter(known -> !known.equals(Metric.BYTES));
        most(row, metric, 1);
    }

    private void most(Row row, Optional<Metric> metric, int factor) {
        if (metric.isEmpty()) {
            gathered.ignore(row.budget().place(), row.name() + " is not measured here");
        } else {
            gathered.number(row.budget(), row.name()).ifPresent(number -> gathered.most(metric.get(), number * factor));
        }
    }

    private record Row(String name, Node budget) {}
}
