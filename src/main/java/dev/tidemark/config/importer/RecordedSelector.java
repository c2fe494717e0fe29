package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the alternative selectors of a recorded element. A list of parts leads through shadow roots, which Playwright
 * selectors pierce by default.
 */
record RecordedSelector(List<SelectorPart> parts) {

    /**
     * The best alternative as a selector of a step: the one that most likely finds the same element tomorrow.
     *
     * @param testAttribute the attribute that the recording names for selectors
     */
    static Optional<String> best(DocumentNode alternatives, Optional<String> testAttribute) {
        List<DocumentNode> nodes =
                alternatives instanceof DocumentNode.Items items ? items.nodes() : List.of(alternatives);
        return nodes.stream()
                .flatMap(node -> of(node).stream())
                .min(Comparator.comparingInt(selector -> selector.rank(testAttribute)))
                .map(RecordedSelector::forPlaywright);
    }

    /** Empty for a selector with a part that has no equivalent. */
    private static Optional<RecordedSelector> of(DocumentNode node) {
        List<DocumentNode> nodes = node instanceof DocumentNode.Items items ? items.nodes() : List.of(node);
        List<SelectorPart> parts = nodes.stream()
                .filter(DocumentNode.Text.class::isInstance)
                .flatMap(part -> SelectorPart.parse(((DocumentNode.Text) part).text()).stream())
                .toList();
        return parts.isEmpty() || parts.size() < nodes.size()
                ? Optional.empty()
                : Optional.of(new RecordedSelector(parts));
    }

    private int rank(Optional<String> testAttribute) {
        return parts.stream()
                .mapToInt(part -> SelectorStability.rank(part, testAttribute))
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private String forPlaywright() {
        return parts.stream().map(SelectorPart::forPlaywright).collect(Collectors.joining(" >> "));
    }
}
