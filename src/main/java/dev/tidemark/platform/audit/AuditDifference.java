package dev.tidemark.platform.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A value that an entry has before and after.
 *
 * @param pointer RFC 6901, such as {@code /budgets/0/max}
 * @param before empty when there was none
 * @param after empty when there is none any more
 */
public record AuditDifference(String pointer, String before, String after) {

    private static final String CHANGED_SECRET = "***";

    /** The values that differ, by pointer; all values of an object that was created or deleted. */
    public static List<AuditDifference> of(AuditEntry entry) {
        Map<String, String> before = flat(entry.before());
        Map<String, String> after = flat(entry.after());
        TreeSet<String> pointers = new TreeSet<>(before.keySet());
        pointers.addAll(after.keySet());
        List<AuditDifference> differences = new ArrayList<>();
        for (String pointer : pointers) {
            String was = before.getOrDefault(pointer, "");
            String is = after.getOrDefault(pointer, "");
            if (!was.equals(is)) {
                differences.add(new AuditDifference(pointer, was, is));
            }
        }
        entry.hiddenChanges()
                .forEach(pointer -> differences.add(new AuditDifference(pointer, CHANGED_SECRET, CHANGED_SECRET)));
        return differences;
    }

    private static Map<String, String> flat(Optional<JsonObject> document) {
        Map<String, String> values = new TreeMap<>();
        document.ifPresent(json -> flatten("", json, values));
        return values;
    }

    private static void flatten(String pointer, JsonValue node, Map<String, String> values) {
        if (node instanceof JsonObject object) {
            object.forEach((key, value) ->
                    flatten(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), value, values));
        } else if (node instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                flatten(pointer + "/" + i, array.get(i), values);
            }
        } else {
            values.put(pointer, node instanceof JsonString text ? text.getString() : node.toString());
        }
    }
}
