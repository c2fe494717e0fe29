package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses ISO-8601 durations. */
final class DurationParser {

    private static final Pattern INFORMAL = Pattern.compile("(\\d+)\\s*(s|m|h|d)[a-z]*");

    private DurationParser() {}

    static Duration parse(String key, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException notIso) {
            throw new InvalidValueException(
                    "validation.duration.invalid", key, text, iso(text.toLowerCase(Locale.ROOT)));
        }
    }

    private static String iso(String text) {
        Matcher informal = INFORMAL.matcher(text);
        if (!informal.matches()) {
            return "PT5M";
        }
        String unit = informal.group(2).toUpperCase(Locale.ROOT);
        return (unit.equals("D") ? "P" : "PT") + informal.group(1) + unit;
    }
}
