package dev.tidemark.config.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses a text that is JSON or YAML. JSON is read by the JSON parser wherever it is found, because YAML forbids some of it,
 * such as tabs before a value: https://www.rfc-editor.org/rfc/rfc8259#section-2. A script in another language is named.
 */
public final class SourceDocument {

    private static final Pattern BRACKET = Pattern.compile("\\s*[\\[{]");
    private static final Pattern QUOTED = Pattern.compile("\\s*[\\[{][\\[{\\s]*\"");

    private final SourceLocation whole;
    private final String text;
    private final VariableSubstitution variables;
    private final ValidationErrors errors;

    private SourceDocument(String source, String text, VariableSubstitution variables, ValidationErrors errors) {
        this.whole = new SourceLocation(source, 1, "");
        this.text = text;
        this.variables = variables;
        this.errors = errors;
    }

    /**
     * The valid documents of a text; an invalid one adds an error.
     *
     * @param source the file name; empty for a request body
     * @param syntax what the text claims to be; its content decides where both are possible
     */
    public static List<DocumentNode> read(
            String source, String text, TextSyntax syntax, VariableSubstitution variables, ValidationErrors errors) {
        ValidationErrors found = new ValidationErrors();
        List<DocumentNode> documents = new SourceDocument(source, text, variables, found).documents(syntax);
        Optional<ForeignFormat> script =
                found.isEmpty() && documents.stream().noneMatch(DocumentNode.Text.class::isInstance)
                        ? Optional.empty()
                        : ForeignFormat.ofScript(text);
        if (script.isPresent()) {
            errors.add(new SourceLocation(source, 1, ""), script.get().message());
            return List.of();
        }
        found.all().forEach(error -> errors.add(error.place(), error.detail()));
        return documents;
    }

    private List<DocumentNode> documents(TextSyntax syntax) {
        if (!BRACKET.matcher(text).lookingAt()) {
            return yaml(errors);
        }
        ValidationErrors jsonErrors = new ValidationErrors();
        Optional<DocumentNode> json = JsonDocument.read(whole, text, variables, jsonErrors);
        if (json.isPresent() || syntax == TextSyntax.JSON) {
            return report(jsonErrors, json.stream().toList());
        }
        ValidationErrors yamlErrors = new ValidationErrors();
        List<DocumentNode> yaml = yaml(yamlErrors);
        boolean isJson = QUOTED.matcher(text).lookingAt();
        return report(isJson && yamlErrors.hasSyntaxError() ? jsonErrors : yamlErrors, yaml);
    }

    private List<DocumentNode> yaml(ValidationErrors found) {
        return YamlDocument.read(whole.source(), text, variables, found);
    }

    private List<DocumentNode> report(ValidationErrors found, List<DocumentNode> documents) {
        found.all().forEach(error -> errors.add(error.place(), error.detail()));
        return documents;
    }
}
