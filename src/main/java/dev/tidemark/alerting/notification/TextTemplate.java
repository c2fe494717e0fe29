package dev.tidemark.alerting.notification;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with placeholders such as {@code {name}}, filled in one pass, so that placeholders in a value are not replaced. */
public final class TextTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private TextTemplate() {}

    public static String fill(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
