package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the keys of one mapping. A value of the wrong type adds an error and yields nothing; {@link #rejectUnknownKeys()} adds an error for
 * each unknown key.
 */
public final class MappingReader {

    private static final String CONTROL = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\ud800-\\udfff]";
    private static final Pattern UNSTORABLE = Pattern.compile(CONTROL);

    private final DocumentNode.Fields fields;
    private final ValidationErrors errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    public MappingReader(DocumentNode.Fields fields, ValidationErrors errors) {
        this.fields = fields;
        this.errors = errors;
    }

    public SourceLocation place() {
        return fields.place();
    }

    /** The position of the value; that of the section when the key is missing. */
    public SourceLocation placeOf(String key) {
        return fields.value(key).map(DocumentNode::place).orElse(place());
    }

    public boolean has(String key) {
        known.add(key);
        return fields.value(key).isPresent();
    }

    public void addError(String key, LocalizedMessage detail) {
        errors.add(placeOf(key), detail);
    }

    /** Keys that are allowed and ignored. */
    public void ignore(Set<String> keys) {
        ignored.addAll(keys);
    }

    public Optional<DocumentNode> node(String key) {
        known.add(key);
        return fields.value(key);
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    /** A string converted to a value; the converter rejects it with an InvalidValueException. */
    public <T> Optional<T> parsed(String key, Function<String, T> maker) {
        return text(key).flatMap(text -> errors.tryCreate(placeOf(key), () -> maker.apply(text)));
    }

    /** An http or https URL as browsers read it. */
    public Optional<WebUrl> url(String key) {
        return parsed(key, errors.areOfStored() ? WebUrl::ofStored : WebUrl::parse);
    }

    public Optional<Double> number(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof DocumentNode.Number number
                    && Double.isFinite(number.value().doubleValue())) {
                return Optional.of(number.value().doubleValue());
            }
            return invalid(key, "validation.type.number");
        });
    }

    public Optional<Integer> integer(String key) {
        return number(key).flatMap(number -> {
            boolean whole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
            return whole ? Optional.of(number.intValue()) : invalid(key, "validation.type.wholeNumber");
        });
    }

    public Optional<Boolean> flag(String key) {
        return node(key)
                .flatMap(node -> node instanceof DocumentNode.Flag flag
                        ? Optional.of(flag.value())
                        : invalid(key, "validation.type.flag"));
    }

    /** An ISO-8601 duration such as {@code PT5M}. */
    public Optional<Duration> duration(String key) {
        return parsed(key, text -> DurationParser.parse(key, text));
    }

    public Optional<MappingReader> section(String key) {
        return node(key)
                .flatMap(node -> node instanceof DocumentNode.Fields child
                        ? Optional.of(new MappingReader(child, errors))
                        : invalid(key, "validation.type.mapping"));
    }

    /** Whether the value is a list, for keys that accept a list or a string. */
    public boolean isList(String key) {
        return fields.values().get(key) instanceof DocumentNode.Items;
    }

    public List<DocumentNode> items(String key) {
        return node(key)
                .flatMap(node -> node instanceof DocumentNode.Items items
                        ? Optional.of(items.nodes())
                        : invalid(key, "validation.type.list"))
                .orElse(List.of());
    }

    /** The strings of a list, each converted to a value; a rejected one adds an error and is left out. */
    public <T> List<T> parsedItems(String key, Function<String, T> maker) {
        List<T> made = new ArrayList<>();
        for (DocumentNode item : items(key)) {
            text(key, item)
                    .flatMap(text -> errors.tryCreate(item.place(), () -> maker.apply(text)))
                    .ifPresent(made::add);
        }
        return made;
    }

    /** A mapping with arbitrary keys and string values. */
    public Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        section(key).ifPresent(child -> child.fields.values().keySet().forEach(name -> child.text(name)
                .ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    /** Must be called after all known keys have been read. */
    public void rejectUnknownKeys() {
        for (String key : fields.values().keySet()) {
            if (!known.contains(key) && !ignored.contains(key)) {
                errors.add(
                        fields.keys().get(key),
                        LocalizedMessage.of(
                                "validation.key.unknown",
                                key,
                                NearestName.suggestion(key, known)
                                        .orElseGet(() -> LocalizedMessage.of(
                                                "validation.hint.knownKeys", String.join(", ", known)))));
            }
        }
    }

    private Optional<String> text(String key, DocumentNode node) {
        String text = node instanceof DocumentNode.Text given ? given.text() : null;
        if (node instanceof DocumentNode.Number number) {
            text = number.written();
        }
        if (text == null) {
            errors.add(node.place(), LocalizedMessage.of("validation.type.text", key));
            return Optional.empty();
        }
        if (UNSTORABLE.matcher(text).find()) {
            errors.add(node.place(), LocalizedMessage.of("validation.text.controlCharacter", key));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private <T> Optional<T> invalid(String key, String message) {
        addError(key, LocalizedMessage.of(message, key));
        return Optional.empty();
    }
}
