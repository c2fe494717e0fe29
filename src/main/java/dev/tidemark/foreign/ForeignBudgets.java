package dev.tidemark.foreign;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Nearest;
import dev.tidemark.document.Node;
import dev.tidemark.document.Variables;
import dev.tidemark.document.YamlDocument;
import java.util.List;
import java.util.function.Function;

/** The door to budget files of other tools. */
public final class ForeignBudgets {

    private static final List<String> FORMATS = List.of("lighthouse", "sitespeed", "lighthouserc");

    private ForeignBudgets() {}

    /**
     * Reads a file, JSON or YAML.
     *
     * @param format {@code lighthouse}, {@code sitespeed} or {@code lighthouserc}; another is an IllegalArgumentException
     * @param faults gets what makes the text unreadable
     */
    public static Imported read(String format, String text, PageAddress page, Faults faults) {
        Function<Node, Imported> reader =
                switch (format) {
                    case "lighthouse" -> new LighthouseBudget(page)::read;
                    case "sitespeed" -> new SitespeedBudget(page)::read;
                    case "lighthouserc" -> new LighthouseAssertions(page)::read;
                    default ->
                        throw new IllegalArgumentException(
                                "format \"" + format + "\" is unknown; " + Nearest.hint(format, FORMATS));
                };
        return YamlDocument.read("", text, Variables.NONE, faults).stream()
                .findFirst()
                .map(reader)
                .orElseGet(() -> new Imported(List.of(), List.of()));
    }
}
