package dev.tidemark.model.expectation;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selects series of Prometheus text by name and labels, as in PromQL: {@code up{job="web", instance!~"db.*"}}.
 *
 * @param labels all of which must hold
 */
public record SeriesSelector(String name, List<LabelMatcher> labels) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile(
            "\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"\\s*");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"n])");

    /** A condition on one label. A missing label is an empty one. */
    record LabelMatcher(String label, String operator, String value) {

        LabelMatcher {
            if (operator.endsWith("~")) {
                new TextPattern(value);
            }
        }

        boolean matches(Map<String, String> labels) {
            String actual = labels.getOrDefault(label, "");
            boolean same = operator.endsWith("~") ? new TextPattern(value).matches(actual) : value.equals(actual);
            return operator.startsWith("!") != same;
        }
    }

    public SeriesSelector {
        labels = List.copyOf(labels);
    }

    /** @throws InvalidValueException if it is no selector */
    public static SeriesSelector parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) {
            throw invalid(text);
        }
        String rest = text.substring(name.end()).strip();
        if (rest.isEmpty()) {
            return new SeriesSelector(name.group(), List.of());
        }
        if (!rest.startsWith("{") || !rest.endsWith("}")) {
            throw invalid(text);
        }
        return new SeriesSelector(name.group(), labels(text, rest.substring(1, rest.length() - 1)));
    }

    private static List<LabelMatcher> labels(String text, String list) {
        List<LabelMatcher> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(list);
        int at = 0;
        while (!list.substring(at).isBlank()) {
            if (!label.region(at, list.length()).lookingAt()) {
                throw invalid(text);
            }
            labels.add(new LabelMatcher(label.group(1), label.group(2), unescaped(label.group(3))));
            boolean last = label.end() == list.length();
            if (!last && list.charAt(label.end()) != ',') {
                throw invalid(text);
            }
            at = last ? list.length() : label.end() + 1;
        }
        return labels;
    }

    public boolean matches(String series, Map<String, String> seriesLabels) {
        return name.equals(series) && labels.stream().allMatch(one -> one.matches(seriesLabels));
    }

    /** The value of a quoted label, in which a backslash escapes itself, the quotation mark and n for a line feed. */
    public static String unescaped(String quoted) {
        return quoted.contains("\\") ? ESCAPE.matcher(quoted).replaceAll(SeriesSelector::character) : quoted;
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1));
    }

    private static InvalidValueException invalid(String text) {
        return new InvalidValueException("validation.value.selector", text);
    }
}
