package dev.tidemark.document;

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

/** Reads JSON, with the pointer of each value. */
public final class JsonDocument {

    private static final int DEEPEST = 40;

    private final JsonParser parser;
    private final Faults faults;
    private int depth;

    private JsonDocument(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The document, or nothing and a fault. */
    public static Optional<Node> read(String text, Faults faults) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            Node node = new JsonDocument(parser, faults).value(parser.next(), Place.BODY);
            if (parser.hasNext()) {
                parser.next();
            }
            return Optional.of(node);
        } catch (JsonParsingException wrong) {
            JsonLocation at = wrong.getLocation();
            faults.add(Place.BODY, "is no JSON, line " + at.getLineNumber() + " column " + at.getColumnNumber());
        } catch (JsonException | NoSuchElementException | TreeTooLargeException wrong) {
            faults.add(Place.BODY, "is no JSON that can be read: " + wrong.getMessage());
        }
        return Optional.empty();
    }

    /**
     * The document as a group of keys, or nothing and a fault.
     *
     * @param expected what the fault says when it is anything else
     */
    public static Optional<Section> section(String text, Faults faults, String expected) {
        Optional<Node> node = read(text, faults);
        if (node.isPresent() && !(node.get() instanceof Node.Fields)) {
            faults.add(Place.BODY, expected);
        }
        return node.filter(Node.Fields.class::isInstance).map(fields -> new Section((Node.Fields) fields, faults));
    }

    private Node value(Event event, Place place) {
        return switch (event) {
            case START_OBJECT -> deeper(() -> fields(place));
            case START_ARRAY -> deeper(() -> items(place));
            case VALUE_STRING -> new Node.Text(place, parser.getString());
            case VALUE_NUMBER -> number(place);
            case VALUE_TRUE -> new Node.Flag(place, true);
            case VALUE_FALSE -> new Node.Flag(place, false);
            default -> new Node.Nothing(place);
        };
    }

    private Node deeper(Supplier<Node> child) {
        if (++depth > DEEPEST) {
            throw new TreeTooLargeException("more than " + DEEPEST + " levels");
        }
        Node node = child.get();
        depth--;
        return node;
    }

    private Node fields(Place place) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String key = parser.getString();
            Place child = place.at(0, key);
            Node value = value(parser.next(), child);
            if (values.putIfAbsent(key, value) != null) {
                faults.add(child, "key \"" + key + "\" is there twice; keep one");
            }
            keys.put(key, child);
        }
        return new Node.Fields(place, values, keys);
    }

    private Node items(Place place) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            nodes.add(value(event, place.at(0, String.valueOf(nodes.size()))));
        }
        return new Node.Items(place, nodes);
    }

    private Node number(Place place) {
        String written = parser.getString();
        try {
            BigDecimal value = parser.getBigDecimal();
            return new Node.Number(place, value, written);
        } catch (NumberFormatException | ArithmeticException | UnsupportedOperationException tooLong) {
            return new Node.Text(place, written);
        }
    }
}
