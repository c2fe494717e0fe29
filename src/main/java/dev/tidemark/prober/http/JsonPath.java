package dev.tidemark.prober.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One value of a JSON text by its path: {@code $.queues[0].length}, {@code $['a key']}; no wildcards (RFC 9535, singular queries). */
final class JsonPath {

    private static final Pattern PART =
            Pattern.compile("\\.(?<name>[^.\\[\\]]+)|\\[(?<index>-?\\d{1,9})\\]|\\[['\"](?<quoted>[^'\"]*)['\"]\\]");

    private JsonPath() {}

    static Optional<JsonValue> find(JsonValue root, String path) {
        if (!path.startsWith("$")) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(path);
        Optional<JsonValue> value = Optional.of(root);
        int at = 1;
        while (at < path.length() && value.isPresent()) {
            if (!part.find(at) || part.start() != at) {
                return Optional.empty();
            }
            at = part.end();
            value = step(value.get(), part);
        }
        return value;
    }

    /** As text, without quotes. */
    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Optional<JsonValue> step(JsonValue value, Matcher part) {
        if (part.group("index") != null) {
            return value instanceof JsonArray array
                    ? item(array, Integer.parseInt(part.group("index")))
                    : Optional.empty();
        }
        String name = part.group("name") == null ? part.group("quoted") : part.group("name");
        return value instanceof JsonObject object ? Optional.ofNullable(object.get(name)) : Optional.empty();
    }

    private static Optional<JsonValue> item(JsonArray array, int index) {
        int from = index < 0 ? array.size() + index : index;
        return from >= 0 && from < array.size() ? Optional.of(array.get(from)) : Optional.empty();
    }
}
