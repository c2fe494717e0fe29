package dev.tidemark.web.probeform;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts inputs to JSON. Empty inputs are left out; text that is not a number stays text, so that validation reports
 * it.
 */
final class JsonInput {

    private JsonInput() {}

    static void text(JsonObjectBuilder json, String key, String typed) {
        if (!typed.isBlank()) {
            json.add(key, typed.strip());
        }
    }

    static void number(JsonObjectBuilder json, String key, String typed) {
        if (typed.strip().matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            json.add(key, new BigDecimal(typed.strip()));
        } else {
            text(json, key, typed);
        }
    }

    /** Adds the members of a JSON object; invalid JSON becomes a key, which validation reports as unknown. */
    static void members(JsonObjectBuilder json, String typed) {
        if (typed.isBlank()) {
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(typed))) {
            reader.readObject().forEach(json::add);
        } catch (JsonException wrong) {
            json.add(typed.strip(), true);
        }
    }

    static void list(JsonObjectBuilder json, String key, List<String> items) {
        if (!items.isEmpty()) {
            JsonArray array = Json.createArrayBuilder(items).build();
            json.add(key, array);
        }
    }

    /** Items that are separated by commas or line breaks. */
    static List<String> commaSeparated(String typed) {
        return Arrays.stream(typed.split("[,\\r\\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Items that are separated by white space or commas, except for commas inside URLs. */
    static List<String> spaceSeparated(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .flatMap(one -> one.contains("://") ? Stream.of(one) : Arrays.stream(one.split(",")))
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
