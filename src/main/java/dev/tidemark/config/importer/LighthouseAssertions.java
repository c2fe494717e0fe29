package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The assertions of a {@code lighthouserc} file: https://github.com/GoogleChrome/lighthouse-ci/blob/main/docs/configuration.md.
 * Every entry of the matrix applies whose pattern matches the URL of the page.
 */
final class LighthouseAssertions {

    private final ImportCollector collector = new ImportCollector();
    private final PageUrlMatcher page;

    LighthouseAssertions(PageUrlMatcher page) {
        this.page = page;
    }

    ImportedBudgets read(DocumentNode document) {
        Optional<DocumentNode.Fields> group = group(document, "ci").flatMap(ci -> group(ci, "assert"));
        if (group.isEmpty()) {
            collector.ignore(document.place(), LocalizedMessage.of("import.ignored.noAssertions"));
        }
        group.ifPresent(this::options);
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
        }
        for (DocumentNode node : matrix) {
            if (node instanceof DocumentNode.Fields entry && isForPage(entry)) {
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
        text(block, "preset")
                .ifPresent(preset -> collector.ignore(
                        block.values().get("preset").place(), LocalizedMessage.of("import.ignored.preset", preset)));
        Optional<String> aggregation = text(block, "aggregationMethod");
        group(block, "assertions")
                .ifPresent(assertions -> assertions.values().forEach((key, node) -> assertion(key, node, aggregation)));
    }

    /** Reads an assertion: a level, or a list of a level and its options. */
    private void assertion(String key, DocumentNode node, Optional<String> aggregation) {
        String level = node instanceof DocumentNode.Text text ? text.text() : "";
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
                new LighthouseAssertion(key, level, options, aggregation, place, page.formFactor()).addTo(collector);
            default -> collector.ignore(place, LocalizedMessage.of("import.ignored.level", key));
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
