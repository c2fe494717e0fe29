package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Reads nodes as JSON values, with exact numbers. */
public final class JsonValueReader {

    private final ValidationErrors errors;

    public JsonValueReader(ValidationErrors errors) {
        this.errors = errors;
    }

    public JsonValue read(DocumentNode node) {
        if (node instanceof DocumentNode.Text text) {
            return string(text);
        }
        if (node instanceof DocumentNode.Number number) {
            return Json.createValue(number.value());
        }
        if (node instanceof DocumentNode.Flag flag) {
            return flag.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (node instanceof DocumentNode.Items items) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.nodes().forEach(item -> array.add(read(item)));
            return array.build();
        }
        if (node instanceof DocumentNode.Fields fields) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            fields.values().forEach((key, value) -> object.add(key, read(value)));
            return object.build();
        }
        return JsonValue.NULL;
    }

    private JsonValue string(DocumentNode.Text text) {
        if (!MappingReader.isStorable(text.text())) {
            errors.add(
                    text.place(),
                    LocalizedMessage.of(
                            "validation.text.controlCharacter", text.place().pointer()));
        }
        return Json.createValue(text.text());
    }
}
