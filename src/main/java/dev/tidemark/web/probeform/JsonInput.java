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

    static void text(JsonObjectBuilder json, String key, String text) {
        if (!text.isBlank()) {
            json.add(key, text.strip());
        }
    }

    static void number(JsonObjectBuilder json, String key, String text) {
        if (text.strip().matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            json.add(key, new BigDecimal(text.strip()));
        } else {
            text(json, key, text);
        }
    }

    /** Adds the members of a JSON object; invalid JSON becomes a key, which validation reports as unknown. */
    static void members(JsonObjectBuilder json, String text) {
        if (text.isBlank()) {
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            reader.readObject().forEach(json::add);
        } catch (JsonException invalid) {
            json.add(text.strip(), true);
        }
    }

    static void list(JsonObjectBuilder json, String key, List<String> items) {
        if (!items.isEmpty()) {
            JsonArray array = Json.createArrayBuilder(items).build();
            json.add(key, array);
        }
    }

    /** Items that are separated by commas or line breaks. */
    static List<String> commaSeparated(String text) {
        return Arrays.stream(text.split("[,\\r\\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Items that are separated by white space or commas, except for commas inside URLs. */
    static List<String> spaceSeparated(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .flatMap(one -> one.contains("://") ? Stream.of(one) : Arrays.stream(one.split(",")))
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
