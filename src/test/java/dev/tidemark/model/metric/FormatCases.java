package dev.tidemark.model.metric;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cases that the server and the script of the charts must format identically. */
public final class FormatCases {

    private FormatCases() {}

    /** As JSON, for the script. */
    public static String json() {
        try (InputStream in = FormatCases.class.getResourceAsStream("format-cases.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<JsonObject> all() {
        try (JsonReader reader = Json.createReader(new StringReader(json()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }
}
