package dev.tidemark.prober.http;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selects a number in a response and converts it to the unit of a metric: {@code $.cpu * 100}.
 *
 * @param where a JSON path or a metric in Prometheus text
 */
record ValueSelector(String where, double factor) {

    private static final Pattern FACTOR = Pattern.compile("(.*?)\\s*\\*\\s*(\\d+(?:\\.\\d+)?)");

    static ValueSelector of(String expression) {
        Matcher matcher = FACTOR.matcher(expression);
        return matcher.matches()
                ? new ValueSelector(matcher.group(1), Double.parseDouble(matcher.group(2)))
                : new ValueSelector(expression, 1);
    }

    OptionalDouble from(ResponseBody body) {
        OptionalDouble found = body.number(where);
        return found.isPresent() ? OptionalDouble.of(found.getAsDouble() * factor) : found;
    }
}
