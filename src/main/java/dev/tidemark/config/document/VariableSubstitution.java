package dev.tidemark.config.document;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts settings into a text: {@code ${NAME}} or {@code ${NAME:default}}; {@code $${} stands for a plain {@code ${}.
 *
 * @param lookup the value of a name
 */
public record VariableSubstitution(Function<String, Optional<String>> lookup) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_.]*)(?::([^}]*))?}");

    /** For texts of strangers: the text stays as it is. */
    public static final VariableSubstitution NONE = new VariableSubstitution(null);

    /** The text with every variable replaced; a name without a value is an IllegalArgumentException. */
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
                .orElseThrow(() -> new IllegalArgumentException("${" + name + "} has no value; set " + name
                        + " in the environment or write a default, ${" + name + ":value}"));
    }
}
