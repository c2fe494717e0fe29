package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the alternative selectors of a recorded element. A list of parts leads through shadow roots, which Playwright
 * selectors pierce by default.
 */
record RecordedSelector(List<String> parts) {

    private static final Pattern ARIA = Pattern.compile("aria/(.*?)(?:\\[role=\"([a-z]+)\"])?");

    /** The best alternative as a Playwright selector: texts and roles first, positions in the document last. */
    static Optional<String> best(DocumentNode alternatives) {
        List<DocumentNode> nodes =
                alternatives instanceof DocumentNode.Items items ? items.nodes() : List.of(alternatives);
        return nodes.stream()
                .map(RecordedSelector::of)
                .filter(selector -> !selector.parts().isEmpty())
                .min(Comparator.comparingInt(RecordedSelector::rank))
                .map(RecordedSelector::forPlaywright);
    }

    private static RecordedSelector of(DocumentNode node) {
        List<DocumentNode> parts = node instanceof DocumentNode.Items items ? items.nodes() : List.of(node);
        return new RecordedSelector(parts.stream()
                .filter(DocumentNode.Text.class::isInstance)
                .map(part -> ((DocumentNode.Text) part).text())
                .toList());
    }

    private int rank() {
        return parts.stream().mapToInt(RecordedSelector::rank).max().orElse(Integer.MAX_VALUE);
    }

    private static int rank(String part) {
        if (part.startsWith("aria/")) {
            return part.contains("[role=") ? 1 : 4;
        }
        if (part.startsWith("text/")) {
            return 2;
        }
        if (part.startsWith("xpath/")) {
            return 5;
        }
        boolean position = part.contains("nth-") || part.contains(">");
        return position ? 3 : 0;
    }

    private String forPlaywright() {
        return parts.stream().map(RecordedSelector::forPlaywright).collect(Collectors.joining(" >> "));
    }

    private static String forPlaywright(String part) {
        Matcher aria = ARIA.matcher(part);
        if (aria.matches()) {
            String name = aria.group(1).replace("\\", "\\\\").replace("\"", "\\\"");
            return aria.group(2) == null
                    ? "[aria-label=\"" + name + "\"]"
                    : "role=" + aria.group(2) + "[name=\"" + name + "\"]";
        }
        if (part.startsWith("text/")) {
            return "text=" + part.substring("text/".length());
        }
        if (part.startsWith("xpath/")) {
            return "xpath=" + part.substring("xpath/".length());
        }
        return part.startsWith("pierce/") ? part.substring("pierce/".length()) : part;
    }
}
