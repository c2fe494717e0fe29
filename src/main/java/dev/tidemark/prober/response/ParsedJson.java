package dev.tidemark.prober.response;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Optional;

/**
 * A body as JSON.
 *
 * @param value empty if the body is no JSON
 * @param problem why it is none
 */
record ParsedJson(Optional<JsonValue> value, Optional<LocalizedMessage> problem) {

    static ParsedJson parse(String text) {
        if (text.isBlank()) {
            return failed(LocalizedMessage.of("outcome.http.emptyBody"));
        }
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                parser.next();
            }
            return new ParsedJson(Optional.of(value), Optional.empty());
        } catch (JsonParsingException syntax) {
            return failed(LocalizedMessage.of(
                    "outcome.http.notJson",
                    syntax.getLocation().getLineNumber(),
                    syntax.getLocation().getColumnNumber()));
        } catch (RuntimeException beyond) {
            // The parser has no common exception for numbers and depths beyond its limits.
            return failed(LocalizedMessage.of("outcome.http.unreadableJson", String.valueOf(beyond.getMessage())));
        }
    }

    private static ParsedJson failed(LocalizedMessage problem) {
        return new ParsedJson(Optional.empty(), Optional.of(problem));
    }
}
