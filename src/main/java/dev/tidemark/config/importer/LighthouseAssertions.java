package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The assertions of a {@code lighthouserc} file: https://github.com/GoogleChrome/lighthouse-ci/blob/main/docs/configuration.md.
 * Every entry of the matrix applies whose pattern matches the URL of the page.
 */
final class LighthouseAssertions {

    private static final Set<String> AGGREGATIONS = Set.of("median", "optimistic", "pessimistic", "median-run");
    private static final Set<String> BLOCK =
            Set.of("preset", "assertions", "aggregationMethod", "matchingUrlPattern", "assertMatrix", "budgetsFile");

    private final ImportCollector collector;
    private final PageUrlMatcher page;
    private final FormFactor formFactor;

    private LighthouseAssertions(ImportCollector collector, PageUrlMatcher page, FormFactor formFactor) {
        this.collector = collector;
        this.page = page;
        this.formFactor = formFactor;
    }

    static ImportedBudgets read(PageUrlMatcher page, DocumentNode document) {
        ImportCollector collector = new ImportCollector();
        Optional<DocumentNode.Fields> ci = group(document, "ci");
        FormFactor formFactor = page.formFactor().orElseGet(() -> LighthouseSettings.formFactor(document, collector));
        Optional<DocumentNode.Fields> options = ci.flatMap(one -> group(one, "assert"));
        if (options.isEmpty()) {
            collector.ignore(document.place(), LocalizedMessage.of("import.ignored.noAssertions"));
        }
        ci.flatMap(one -> one.value("extends"))
                .ifPresent(node -> collector.ignore(node.place(), LocalizedMessage.of("import.ignored.extends")));
        options.ifPresent(new LighthouseAssertions(collector, page, formFactor)::options);
        return collector.imported();
    }

    private void options(DocumentNode.Fields options) {
        options.value("budgetsFile")
                .ifPresent(node -> collector.ignore(node.place(), LocalizedMessage.of("import.ignored.budgetsFile")));
        List<DocumentNode> matrix = options.value("assertMatrix").orElse(null) instanceof DocumentNode.Items items
                ? items.nodes()
                : List.of();
        if (matrix.isEmpty()) {
            block(options);
        } else {
            options.value("assertions")
                    .ifPresent(node -> collector.ignore(
                            node.place(), LocalizedMessage.of("import.ignored.assertionsBesideMatrix")));
        }
        for (DocumentNode node : matrix) {
            if (!(node instanceof DocumentNode.Fields entry)) {
                collector.fields(node, "assertMatrix");
            } else if (isForPage(entry)) {
                block(entry);
            }
        }
    }

    private boolean isForPage(DocumentNode.Fields entry) {
        String pattern = text(entry, "matchingUrlPattern").orElse("");
        try {
            boolean found = page.url()
                    .filter(url ->
                            Pattern.compile(pattern).matcher(url.toString()).find())
                    .isPresent();
            if (!found) {
                collector.ignore(
                        entry.place(),
                        page.url()
                                .map(url -> LocalizedMessage.of("import.ignored.otherPage", pattern, url))
                                .orElseGet(() -> LocalizedMessage.of("import.ignored.pageUnknown", pattern)));
            }
            return found;
        } catch (PatternSyntaxException wrong) {
            collector.ignore(entry.place(), LocalizedMessage.of("import.ignored.pattern", pattern));
            return false;
        }
    }

    private void block(DocumentNode.Fields block) {
        block.values().forEach((key, node) -> {
            if (!BLOCK.contains(key)) {
                collector.ignore(node.place(), LocalizedMessage.of("import.ignored.option", key));
            }
        });
        text(block, "preset")
                .ifPresent(preset -> collector.ignore(
                        block.values().get("preset").place(), LocalizedMessage.of("import.ignored.preset", preset)));
        Optional<String> aggregation = text(block, "aggregationMethod");
        block.value("assertions").ifPresent(assertions -> collector
                .fields(assertions, "assertions")
                .forEach((key, node) -> assertion(key, node, aggregation)));
    }

    /** Reads an assertion: a level, or a list of a level and its options. */
    private void assertion(String key, DocumentNode node, Optional<String> aggregation) {
        String level = node instanceof DocumentNode.Text text
                ? text.text()
                : node instanceof DocumentNode.Nothing ? "off" : "";
        Map<String, DocumentNode> options = Map.of();
        SourceLocation place = node.place();
        if (node instanceof DocumentNode.Items items
                && !items.nodes().isEmpty()
                && items.nodes().get(0) instanceof DocumentNode.Text text) {
            level = text.text();
            options = items.nodes().size() > 1 ? collector.fields(items.nodes().get(1), key) : options;
        }
        switch (level) {
            case "off" -> {}
            case "warn", "error" ->
                asserted(new LighthouseAssertion(key, level, options, aggregation, place, formFactor));
            default -> collector.ignore(place, LocalizedMessage.of("import.ignored.level", key));
        }
    }

    private void asserted(LighthouseAssertion assertion) {
        if (AGGREGATIONS.contains(assertion.method())) {
            assertion.addTo(collector);
        } else {
            collector.ignore(
                    assertion.place(),
                    LocalizedMessage.of("import.ignored.aggregation", assertion.key(), assertion.method()));
        }
    }

    private static Optional<DocumentNode.Fields> group(DocumentNode node, String key) {
        return node instanceof DocumentNode.Fields fields
                        && fields.values().get(key) instanceof DocumentNode.Fields child
                ? Optional.of(child)
                : Optional.empty();
    }

    private static Optional<String> text(DocumentNode.Fields fields, String key) {
        return fields.values().get(key) instanceof DocumentNode.Text text ? Optional.of(text.text()) : Optional.empty();
    }
}
