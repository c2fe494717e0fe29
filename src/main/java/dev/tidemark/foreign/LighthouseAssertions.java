package dev.tidemark.foreign;

import dev.tidemark.document.Node;
import dev.tidemark.document.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The assertions of a {@code lighthouserc} file: https://github.com/GoogleChrome/lighthouse-ci/blob/main/docs/configuration.md.
 * Every entry of the matrix whose pattern is found in the page's address holds.
 */
final class LighthouseAssertions {

    private final Gathered gathered = new Gathered();
    private final PageAddress page;

    LighthouseAssertions(PageAddress page) {
        this.page = page;
    }

    Imported read(Node document) {
        Optional<Node.Fields> group = group(document, "ci").flatMap(ci -> group(ci, "assert"));
        if (group.isEmpty()) {
            gathered.ignore(document.place(), "has no ci.assert");
        }
        group.ifPresent(this::options);
        return gathered.imported();
    }

    private void options(Node.Fields options) {
        options.value("budgetsFile")
                .ifPresent(node -> gathered.ignore(node.place(), "import that file by itself, as format=lighthouse"));
        List<Node> matrix =
                options.value("assertMatrix").orElse(null) instanceof Node.Items items ? items.nodes() : List.of();
        if (matrix.isEmpty()) {
            block(options);
        }
        for (Node node : matrix) {
            if (node instanceof Node.Fields entry && isForPage(entry)) {
                block(entry);
            }
        }
    }

    private boolean isForPage(Node.Fields entry) {
        String pattern = text(entry, "matchingUrlPattern").orElse("");
        try {
            boolean found = page.url()
                    .filter(url ->
                            Pattern.compile(pattern).matcher(url.toString()).find())
                    .isPresent();
            if (!found) {
                String url = page.url().map(String::valueOf).orElse("no page; name it with url=");
                gathered.ignore(entry.place(), "is for " + pattern + ", which does not match " + url);
            }
            return found;
        } catch (PatternSyntaxException wrong) {
            gathered.ignore(entry.place(), "matchingUrlPattern " + pattern + " is no pattern that can be read here");
            return false;
        }
    }

    private void block(Node.Fields block) {
        text(block, "preset")
                .ifPresent(preset -> gathered.ignore(
                        block.values().get("preset").place(),
                        "of preset " + preset + " only what the file itself states is taken"));
        Optional<String> aggregation = text(block, "aggregationMethod");
        group(block, "assertions")
                .ifPresent(assertions -> assertions.values().forEach((key, node) -> assertion(key, node, aggregation)));
    }

    /** A level alone, or a list of a level and its options. */
    private void assertion(String key, Node node, Optional<String> aggregation) {
        String level = node instanceof Node.Text text ? text.text() : "";
        Map<String, Node> options = Map.of();
        Place place = node.place();
        if (node instanceof Node.Items items
                && !items.nodes().isEmpty()
                && items.nodes().get(0) instanceof Node.Text text) {
            level = text.text();
            options = items.nodes().size() > 1 ? gathered.fields(items.nodes().get(1), key) : options;
        }
        switch (level) {
            case "off" -> {}
            case "warn", "error" ->
                new Assertion(key, level, options, aggregation, place, page.formFactor()).addTo(gathered);
            default -> gathered.ignore(place, key + " has no level off, warn or error");
        }
    }

    private static Optional<Node.Fields> group(Node node, String key) {
        return node instanceof Node.Fields fields && fields.values().get(key) instanceof Node.Fields child
                ? Optional.of(child)
                : Optional.empty();
    }

    private static Optional<String> text(Node.Fields fields, String key) {
        return fields.values().get(key) instanceof Node.Text text ? Optional.of(text.text()) : Optional.empty();
    }
}
