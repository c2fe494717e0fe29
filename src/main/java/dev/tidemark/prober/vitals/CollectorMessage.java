package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.UntrustedText;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** One message of the collector: which document, main or in a frame, what kind, and its fields, never trusted. */
record CollectorMessage(JsonObject fields) {

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** None for what the collector would not have said. */
    static Optional<CollectorMessage> read(String json) {
        if (json.length() > LONGEST_MESSAGE) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return Optional.of(new CollectorMessage(reader.readObject()));
        } catch (JsonException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    String kind() {
        return text("k");
    }

    String document() {
        return text("d");
    }

    /** The document's time origin, ms since the epoch; documents of frames have one of their own. */
    double origin() {
        String document = document();
        int slash = document.indexOf('/');
        try {
            return Double.parseDouble(document.substring(0, Math.max(slash, 0)));
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }

    boolean isOfMainFrame() {
        return is("m");
    }

    boolean is(String field) {
        return fields.getBoolean(field, false);
    }

    String text(String field) {
        return UntrustedText.clean(fields.getString(field, ""), LONGEST_TEXT);
    }

    boolean has(String field) {
        return fields.get(field) instanceof JsonNumber;
    }

    /** 0 when there is no such number. */
    double number(String field) {
        return fields.get(field) instanceof JsonNumber number ? Math.max(0, number.doubleValue()) : 0;
    }

    /** From {@code t}, as long as {@code l} says. */
    TimeSpan span() {
        return new TimeSpan(number("t"), number("t") + number("l"));
    }
}
