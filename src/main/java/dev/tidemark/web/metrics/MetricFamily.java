package dev.tidemark.web.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A gauge with its samples in the text format of Prometheus
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format). Without samples the text is empty.
 */
final class MetricFamily {

    private final String name;
    private final String help;
    private final List<String> lines = new ArrayList<>();

    MetricFamily(String name, String help) {
        this.name = name;
        this.help = help;
    }

    MetricFamily add(double value, Map<String, String> labels) {
        String pairs = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=\"" + escaped(one.getValue()) + "\"")
                        .collect(Collectors.joining(","));
        lines.add(name + (pairs.isEmpty() ? "" : "{" + pairs + "}") + " " + number(value));
        return this;
    }

    String text() {
        if (lines.isEmpty()) {
            return "";
        }
        return "# HELP " + name + " " + help.replace("\\", "\\\\").replace("\n", "\\n") + "\n# TYPE " + name
                + " gauge\n" + String.join("\n", lines) + "\n";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Whole numbers without a decimal point; Prometheus reads all others as Java writes them. */
    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.valueOf((long) value) : String.valueOf(value);
    }
}
