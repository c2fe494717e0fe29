package dev.tidemark.web.probeform;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A row of the form for a limit, with the values as submitted.
 *
 * @param n index from 0, part of the names of its inputs
 * @param side {@code max}, {@code min}, {@code maxIncrease} or {@code maxDecrease}
 * @param rest other keys of the limit as JSON
 */
public record LimitRow(
        int n,
        String metric,
        String statistic,
        String side,
        String threshold,
        String severity,
        String breaches,
        String of,
        String window,
        String rest) {

    static final List<String> KEYS =
            List.of("metric", "statistic", "side", "bound", "severity", "breaches", "of", "window", "rest");

    private static final List<String> SIDES = List.of("min", "maxIncrease", "maxDecrease", "max");

    static LimitRow submitted(int n, UnaryOperator<String> parameter) {
        String[] of = KEYS.stream().map(key -> parameter.apply(name(n, key))).toArray(String[]::new);
        return new LimitRow(n, of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8]);
    }

    static LimitRow empty(int n) {
        return new LimitRow(n, "", "median", "max", "", "critical", "2", "3", "", "");
    }

    /** @param limit as written by {@code ProbeWriter} */
    static LimitRow of(int n, Map<String, Object> limit) {
        String side = SIDES.stream().filter(limit::containsKey).findFirst().orElse("max");
        return submitted(n, name -> switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "side" -> side;
            case "bound" -> String.valueOf(limit.get(side));
            case "rest" -> rest(limit);
            case "window" -> String.valueOf(limit.getOrDefault("window", ""));
            default -> String.valueOf(limit.get(name.substring(name.lastIndexOf('.') + 1)));
        });
    }

    static String name(int n, String key) {
        return "budget." + n + "." + key;
    }

    /** A row without a metric and a threshold is ignored. */
    boolean isBlank() {
        return metric.isBlank() && threshold.isBlank();
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        JsonInput.text(json, "metric", metric);
        JsonInput.text(json, "statistic", statistic);
        JsonInput.number(json, SIDES.contains(side) ? side : "max", threshold);
        JsonInput.text(json, "severity", severity);
        JsonInput.number(json, "breaches", breaches);
        JsonInput.number(json, "of", of);
        JsonInput.text(json, "window", window);
        JsonInput.members(json, rest);
        return json.build();
    }

    /** The keys of a limit that have no input, as JSON; empty if there are none. */
    private static String rest(Map<String, Object> limit) {
        Map<String, Object> others = new LinkedHashMap<>(limit);
        others.keySet().removeAll(KEYS);
        others.keySet().removeAll(SIDES);
        return others.isEmpty() ? "" : Json.createObjectBuilder(others).build().toString();
    }
}
