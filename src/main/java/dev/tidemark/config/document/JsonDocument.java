package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Parses JSON into nodes with JSON pointers as positions. */
public final class JsonDocument {

    private static final int MAX_DEPTH = 40;

    private final JsonParser parser;
    private final VariableSubstitution variables;
    private final ValidationErrors errors;
    private int depth;

    private JsonDocument(JsonParser parser, VariableSubstitution variables, ValidationErrors errors) {
        this.parser = parser;
        this.variables = variables;
        this.errors = errors;
    }

    /** The document in a request body; empty, with an error added, when it is invalid. */
    public static Optional<DocumentNode> read(String text, ValidationErrors errors) {
        return read(SourceLocation.BODY, text, VariableSubstitution.NONE, errors);
    }

    /**
     * The document; empty, with an error added, when it is invalid.
     *
     * @param whole the position of the document; its nodes have line numbers if it has one
     */
    static Optional<DocumentNode> read(
            SourceLocation whole, String text, VariableSubstitution variables, ValidationErrors errors) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            DocumentNode node = new JsonDocument(parser, variables, errors).value(parser.next(), whole);
            if (parser.hasNext()) {
                parser.next();
            }
            return Optional.of(node);
        } catch (JsonParsingException wrong) {
            JsonLocation at = wrong.getLocation();
            errors.add(
                    new SourceLocation(whole.source(), whole.line() > 0 ? (int) at.getLineNumber() : 0, ""),
                    LocalizedMessage.of("validation.json.syntax", at.getLineNumber(), at.getColumnNumber()));
        } catch (DocumentTooLargeException wrong) {
            errors.add(whole, wrong.localizedMessage());
        } catch (NoSuchElementException nothing) {
            errors.add(whole, LocalizedMessage.of("validation.json.empty"));
        } catch (JsonException wrong) {
            errors.add(whole, LocalizedMessage.of("validation.json.unreadable", String.valueOf(wrong.getMessage())));
        }
        return Optional.empty();
    }

    /**
     * The document as a mapping; empty, with an error added, otherwise.
     *
     * @param expected the error message for any other type
     */
    public static Optional<MappingReader> section(String text, ValidationErrors errors, LocalizedMessage expected) {
        Optional<DocumentNode> node = read(text, errors);
        if (node.isPresent() && !(node.get() instanceof DocumentNode.Fields)) {
            errors.add(SourceLocation.BODY, expected);
        }
        return node.filter(DocumentNode.Fields.class::isInstance)
                .map(fields -> new MappingReader((DocumentNode.Fields) fields, errors));
    }

    private DocumentNode value(Event event, SourceLocation place) {
        return switch (event) {
            case START_OBJECT -> deeper(() -> fields(place));
            case START_ARRAY -> deeper(() -> items(place));
            case VALUE_STRING -> text(place);
            case VALUE_NUMBER -> number(place);
            case VALUE_TRUE -> new DocumentNode.Flag(place, true);
            case VALUE_FALSE -> new DocumentNode.Flag(place, false);
            default -> new DocumentNode.Nothing(place);
        };
    }

    private DocumentNode text(SourceLocation place) {
        String written = parser.getString();
        return new DocumentNode.Text(
                place, errors.tryCreate(place, () -> variables.expand(written)).orElse(written));
    }

    /** The current line; 0 for a document without line numbers. */
    private int line(SourceLocation parent) {
        return parent.line() > 0 ? (int) parser.getLocation().getLineNumber() : 0;
    }

    private DocumentNode deeper(Supplier<DocumentNode> child) {
        if (++depth > MAX_DEPTH) {
            throw new DocumentTooLargeException(LocalizedMessage.of("validation.json.tooDeep", MAX_DEPTH));
        }
        DocumentNode node = child.get();
        depth--;
        return node;
    }

    private DocumentNode fields(SourceLocation place) {
        Map<String, DocumentNode> values = new LinkedHashMap<>();
        Map<String, SourceLocation> keys = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String key = parser.getString();
            SourceLocation child = place.at(line(place), key);
            Event event = parser.next();
            DocumentNode value = value(event, place.at(line(place), key));
            if (values.putIfAbsent(key, value) != null) {
                errors.add(child, LocalizedMessage.of("validation.key.duplicate", key));
            }
            keys.putIfAbsent(key, child);
        }
        return new DocumentNode.Fields(place, values, keys);
    }

    private DocumentNode items(SourceLocation place) {
        List<DocumentNode> nodes = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            nodes.add(value(event, place.at(line(place), String.valueOf(nodes.size()))));
        }
        return new DocumentNode.Items(place, nodes);
    }

    private DocumentNode number(SourceLocation place) {
        String written = parser.getString();
        try {
            BigDecimal value = parser.getBigDecimal();
            return new DocumentNode.Number(place, value, written);
        } catch (NumberFormatException | ArithmeticException | UnsupportedOperationException tooLong) {
            return new DocumentNode.Text(place, written);
        }
    }
}
