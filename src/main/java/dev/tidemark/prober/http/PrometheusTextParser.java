package dev.tidemark.prober.http;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a sample in the Prometheus text format (prometheus.io/docs/instrumenting/exposition_formats): the first one
 * with the requested labels.
 */
final class PrometheusTextParser {

    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{(?<labels>.*)\\})?(?:\\s+(?<value>\\S+).*)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private PrometheusTextParser() {}

    /** @param wanted {@code metric} or {@code metric{label="x"}} */
    static OptionalDouble find(String text, String wanted) {
        Matcher query = SAMPLE.matcher(wanted);
        if (!query.matches()) {
            return OptionalDouble.empty();
        }
        Map<String, String> labels = labels(query);
        return text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group("name").equals(query.group("name")))
                .filter(line -> line.group("value") != null)
                .filter(line -> labels(line).entrySet().containsAll(labels.entrySet()))
                .mapToDouble(line -> number(line.group("value")))
                .findFirst();
    }

    private static Map<String, String> labels(Matcher sample) {
        Map<String, String> labels = new HashMap<>();
        if (sample.group("labels") != null) {
            Matcher label = LABEL.matcher(sample.group("labels"));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace("Inf", "Infinity"));
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
