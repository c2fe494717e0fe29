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

/** A message of the collector: its document, main or in a frame, its type, and its fields, which are untrusted. */
record CollectorMessage(JsonObject fields) {

    private static final int MAX_MESSAGE = 20_000;
    private static final int MAX_TEXT = 1_000;
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** Empty for anything that is not a message of the collector. */
    static Optional<CollectorMessage> read(String json) {
        if (json.length() > MAX_MESSAGE) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return Optional.of(new CollectorMessage(reader.readObject()));
        } catch (JsonException | IllegalStateException invalid) {
            return Optional.empty();
        }
    }

    String kind() {
        return text("k");
    }

    String document() {
        return text("d");
    }

    /** The time origin of the document in ms since the epoch; documents of frames have their own. */
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
        return UntrustedText.clean(fields.getString(field, ""), MAX_TEXT);
    }

    boolean has(String field) {
        return fields.get(field) instanceof JsonNumber;
    }

    /** 0 if there is no such number. */
    double number(String field) {
        return fields.get(field) instanceof JsonNumber number ? Math.max(0, number.doubleValue()) : 0;
    }

    /** The span that begins at {@code t} and lasts {@code l}. */
    TimeSpan span() {
        return new TimeSpan(number("t"), number("t") + number("l"));
    }
}
