package dev.tidemark.config.writer;

import dev.tidemark.model.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A difference between two versions of a probe.
 *
 * @param pointer RFC 6901, such as {@code /budgets/0/max}
 * @param before as text; empty when the value was added
 * @param after as text; empty when the value was removed
 */
public record ProbeDifference(String pointer, String before, String after) {

    /** All differences, by pointer; secrets are masked. */
    public static List<ProbeDifference> between(Probe before, Probe after) {
        Map<String, String> old = flat(ProbeWriter.masked(before));
        Map<String, String> now = flat(ProbeWriter.masked(after));
        TreeSet<String> pointers = new TreeSet<>(old.keySet());
        pointers.addAll(now.keySet());
        List<ProbeDifference> differences = new ArrayList<>();
        for (String pointer : pointers) {
            String was = old.getOrDefault(pointer, "");
            String is = now.getOrDefault(pointer, "");
            if (!was.equals(is)) {
                differences.add(new ProbeDifference(pointer, was, is));
            }
        }
        return differences.isEmpty() && !before.equals(after)
                ? List.of(new ProbeDifference("", SecretFields.MASK, SecretFields.MASK))
                : differences;
    }

    static Map<String, String> flat(Object tree) {
        Map<String, String> values = new TreeMap<>();
        flatten("", tree, values);
        return values;
    }

    private static void flatten(String pointer, Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(pointer + "/" + key, value, values));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(pointer + "/" + i, list.get(i), values);
            }
        } else {
            values.put(pointer, String.valueOf(node));
        }
    }
}
