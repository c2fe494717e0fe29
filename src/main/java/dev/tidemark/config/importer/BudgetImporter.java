package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.ForeignFormat;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.SourceDocument;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Imports budget files of other tools. */
public final class BudgetImporter {

    private static final Map<String, ForeignFormat> FORMATS = formats();

    private BudgetImporter() {}

    /**
     * Reads a JSON or YAML file.
     *
     * @param format {@code lighthouse}, {@code sitespeed} or {@code lighthouserc}
     * @param errors receives the syntax errors of the text
     * @throws InvalidValueException for any other format
     */
    public static ImportedBudgets read(String format, String text, PageUrlMatcher page, ValidationErrors errors) {
        return read(format, text, TextSyntax.YAML, page, errors);
    }

    static ImportedBudgets read(
            String format, String text, TextSyntax syntax, PageUrlMatcher page, ValidationErrors errors) {
        Function<DocumentNode, ImportedBudgets> reader =
                switch (format) {
                    case "lighthouse" -> new LighthouseBudget(page)::read;
                    case "sitespeed" -> document -> SitespeedBudget.read(page, document);
                    case "lighthouserc" -> document -> LighthouseAssertions.read(page, document);
                    default ->
                        throw new InvalidValueException(
                                "import.format.unknown", format, NearestName.hint(format, FORMATS.keySet()));
                };
        Optional<DocumentNode> document =
                SourceDocument.read("", text, syntax, VariableSubstitution.NONE, errors).stream()
                        .findFirst();
        Optional<ForeignFormat> other =
                document.flatMap(ForeignFormat::of).filter(found -> found != FORMATS.get(format));
        if (other.isPresent()) {
            errors.add(document.get().place(), other.get().message());
        } else if (errors.isEmpty()
                && document.filter(node -> isReadable(format, node)).isEmpty()) {
            errors.add(SourceLocation.BODY, LocalizedMessage.of("import.document.wrongType", format));
        }
        return document.filter(node -> errors.isEmpty())
                .map(reader)
                .orElseGet(() -> new ImportedBudgets(List.of(), List.of()));
    }

    /** Only Lighthouse's budgets are a list. */
    private static boolean isReadable(String format, DocumentNode node) {
        return node instanceof DocumentNode.Fields || node instanceof DocumentNode.Items && format.equals("lighthouse");
    }

    static List<String> formatNames() {
        return List.copyOf(FORMATS.keySet());
    }

    private static Map<String, ForeignFormat> formats() {
        Map<String, ForeignFormat> formats = new LinkedHashMap<>();
        formats.put("lighthouse", ForeignFormat.LIGHTHOUSE_BUDGET);
        formats.put("sitespeed", ForeignFormat.SITESPEED_BUDGET);
        formats.put("lighthouserc", ForeignFormat.LIGHTHOUSERC);
        return formats;
    }
}
