package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces variables in a text: {@code ${NAME}} or {@code ${NAME:default}}; {@code $${} is a literal {@code ${}.
 * <code>${secret:NAME}</code> is left unchanged: it is a reference to a secret.
 *
 * @param lookup returns the value of a name
 */
public record VariableSubstitution(Function<String, Optional<String>> lookup) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?!secret:)([A-Za-z_][A-Za-z0-9_.]*)(?::([^}]*))?}");

    /** For untrusted text, which is left unchanged. */
    public static final VariableSubstitution NONE = new VariableSubstitution(null);

    /**
     * The text with all variables replaced.
     *
     * @throws InvalidValueException for a variable without value and default
     */
    String expand(String text) {
        return lookup == null || !text.contains("${")
                ? text
                : VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String name = found.group(1);
        if (name == null) {
            return "${";
        }
        return lookup.apply(name)
                .or(() -> Optional.ofNullable(found.group(2)))
                .orElseThrow(() -> new InvalidValueException("validation.variable.missing", name));
    }
}
