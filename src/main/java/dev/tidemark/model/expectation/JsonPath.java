package dev.tidemark.model.expectation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The path of one value in a JSON text: a singular query of RFC 9535, such as {@code $.queues[0].length} or {@code $['a key']}.
 * Names after a dot may also contain characters that are common in names: {@code $.content-type}.
 */
public record JsonPath(List<Segment> segments) {

    /** A step to a child. */
    sealed interface Segment {}

    /** A member of an object. */
    record Member(String name) implements Segment {}

    /** An element of an array; negative: from the end. */
    record Element(int index) implements Segment {}

    public JsonPath {
        segments = List.copyOf(segments);
    }

    /** @throws dev.tidemark.platform.i18n.InvalidValueException with the position of the fault */
    public static JsonPath parse(String path) {
        return new JsonPathParser(path).parse();
    }

    /** The value, which may be a JSON null; empty when there is none. */
    public Optional<JsonValue> find(JsonValue root) {
        Optional<JsonValue> value = Optional.of(root);
        for (Segment segment : segments) {
            value = value.flatMap(parent -> child(parent, segment));
        }
        return value;
    }

    private static Optional<JsonValue> child(JsonValue parent, Segment segment) {
        if (segment instanceof Element element) {
            return parent instanceof JsonArray array ? element(array, element.index()) : Optional.empty();
        }
        String name = ((Member) segment).name();
        return parent instanceof JsonObject object ? Optional.ofNullable(object.get(name)) : Optional.empty();
    }

    private static Optional<JsonValue> element(JsonArray array, int index) {
        int from = index < 0 ? array.size() + index : index;
        return from >= 0 && from < array.size() ? Optional.of(array.get(from)) : Optional.empty();
    }
}
