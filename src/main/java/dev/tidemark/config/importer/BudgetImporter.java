package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.document.YamlDocument;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;
import java.util.function.Function;

/** Imports budget files of other tools. */
public final class BudgetImporter {

    private static final List<String> FORMATS = List.of("lighthouse", "sitespeed", "lighthouserc");

    private BudgetImporter() {}

    /**
     * Reads a JSON or YAML file.
     *
     * @param format {@code lighthouse}, {@code sitespeed} or {@code lighthouserc}
     * @param errors receives the syntax errors of the text
     * @throws InvalidValueException for any other format
     */
    public static ImportedBudgets read(String format, String text, PageUrlMatcher page, ValidationErrors errors) {
        Function<DocumentNode, ImportedBudgets> reader =
                switch (format) {
                    case "lighthouse" -> new LighthouseBudget(page)::read;
                    case "sitespeed" -> new SitespeedBudget(page)::read;
                    case "lighthouserc" -> new LighthouseAssertions(page)::read;
                    default ->
                        throw new InvalidValueException(
                                "import.format.unknown", format, NearestName.hint(format, FORMATS));
                };
        return YamlDocument.read("", text, VariableSubstitution.NONE, errors).stream()
                .findFirst()
                .map(reader)
                .orElseGet(() -> new ImportedBudgets(List.of(), List.of()));
    }
}
