package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.SeriesSelector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One series in the <a href="https://prometheus.io/docs/instrumenting/exposition_formats">Prometheus text format</a> or in OpenMetrics. Its
 * timestamp and exemplar are ignored.
 *
 * @param value may be NaN or infinite
 */
record PrometheusSeries(String name, Map<String, String> labels, double value) {

    private static final Pattern NAME = Pattern.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*");
    private static final Pattern LABEL =
            Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"\\s*,?\\s*");
    private static final Pattern VALUE = Pattern.compile("\\s*(\\S+).*");

    /** The selected series of a text, in their order. Comments and malformed lines are skipped. */
    static List<PrometheusSeries> find(String text, SeriesSelector selector) {
        return text.lines()
                .filter(line -> line.contains(selector.name()))
                .flatMap(line -> parse(line).stream())
                .filter(series -> selector.matches(series.name, series.labels))
                .toList();
    }

    private static Optional<PrometheusSeries> parse(String line) {
        Matcher name = NAME.matcher(line);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> labels = new TreeMap<>();
        int at = name.end();
        if (line.startsWith("{", at)) {
            at++;
            Matcher label = LABEL.matcher(line);
            while (label.region(at, line.length()).lookingAt()) {
                labels.put(label.group(1), SeriesSelector.unescaped(label.group(2)));
                at = label.end();
            }
            if (!line.startsWith("}", at)) {
                return Optional.empty();
            }
            at++;
        }
        Matcher value = VALUE.matcher(line).region(at, line.length());
        return value.matches()
                ? number(value.group(1)).map(number -> new PrometheusSeries(name.group(1), labels, number))
                : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Optional.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> NumberLookup.parse(text);
        };
    }

    /** As in a selector: {@code up{job="web"}}. */
    @Override
    public String toString() {
        return labels.isEmpty()
                ? name
                : name
                        + labels.entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
