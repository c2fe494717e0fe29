package dev.tidemark.prober.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** The body of a response, parsed as text and, on demand, as JSON. */
final class ResponseBody {

    private final String text;
    private Optional<JsonValue> json = Optional.empty();
    private boolean parsed;

    ResponseBody(byte[] bytes) {
        text = new String(bytes, StandardCharsets.UTF_8);
    }

    boolean contains(String wanted) {
        return text.contains(wanted);
    }

    Optional<JsonValue> at(String path) {
        return json().flatMap(root -> JsonPath.find(root, path));
    }

    /** The number at a JSON path ({@code $...}) or of a Prometheus sample. */
    OptionalDouble number(String where) {
        if (!where.startsWith("$")) {
            return PrometheusTextParser.find(text, where);
        }
        return at(where).map(ResponseBody::number).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
            return OptionalDouble.of(value.equals(JsonValue.TRUE) ? 1 : 0);
        }
        try {
            return value instanceof JsonString string
                    ? OptionalDouble.of(Double.parseDouble(string.getString()))
                    : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private Optional<JsonValue> json() {
        if (!parsed) {
            parsed = true;
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                json = Optional.of(reader.readValue());
            } catch (JsonException notJson) {
                json = Optional.empty();
            }
        }
        return json;
    }
}
