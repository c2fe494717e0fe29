package dev.tidemark.alerting.notification;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {names}} in it, filled in one pass, so that a value cannot bring names of its own. */
final class TextTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private TextTemplate() {}

    static String fill(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
