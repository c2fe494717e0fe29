package dev.tidemark.model.expectation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selects a number in a response and converts it to the unit of a metric: {@code $.cpu * 100}.
 *
 * @param where a JSON path, or a series in Prometheus text
 */
public record ValueSelector(String where, double factor) {

    private static final Pattern FACTOR = Pattern.compile("(.*?)\\s*\\*\\s*(\\d{1,12}(?:\\.\\d{1,12})?)");

    public ValueSelector {
        if (isJsonPath(where)) {
            JsonPath.parse(where);
        } else {
            SeriesSelector.parse(where);
        }
    }

    /** @throws dev.tidemark.platform.i18n.InvalidValueException with the reason */
    public static ValueSelector parse(String expression) {
        Matcher matcher = FACTOR.matcher(expression.strip());
        return matcher.matches()
                ? new ValueSelector(matcher.group(1), Double.parseDouble(matcher.group(2)))
                : new ValueSelector(expression.strip(), 1);
    }

    public boolean isJsonPath() {
        return isJsonPath(where);
    }

    private static boolean isJsonPath(String where) {
        return where.startsWith("$");
    }
}
