package dev.tidemark.config.document;

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
 * Reads the keys of one mapping. Each read of a wrong kind is a fault and yields nothing; {@link #end()} adds a fault for
 * each key that nobody asked for.
 */
public final class MappingReader {

    private static final String CONTROL = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\ud800-\\udfff]";
    private static final Pattern UNSTORABLE = Pattern.compile(CONTROL);

    private final DocumentNode.Fields fields;
    private final ValidationErrors faults;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> passed = new LinkedHashSet<>();

    public MappingReader(DocumentNode.Fields fields, ValidationErrors faults) {
        this.fields = fields;
        this.faults = faults;
    }

    public SourceLocation place() {
        return fields.place();
    }

    /** Where the key's value stands; the section's own place when it is missing. */
    public SourceLocation placeOf(String key) {
        return fields.value(key).map(DocumentNode::place).orElse(place());
    }

    public boolean has(String key) {
        asked.add(key);
        return fields.value(key).isPresent();
    }

    public void fault(String key, String detail) {
        faults.add(placeOf(key), detail);
    }

    /** Keys that are allowed and mean nothing here. */
    public void pass(Set<String> keys) {
        passed.addAll(keys);
    }

    public Optional<DocumentNode> node(String key) {
        asked.add(key);
        return fields.value(key);
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    /** A text made into something; the maker refuses with an IllegalArgumentException. */
    public <T> Optional<T> made(String key, Function<String, T> maker) {
        return text(key).flatMap(text -> faults.attempt(placeOf(key), () -> maker.apply(text)));
    }

    public Optional<Double> number(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof DocumentNode.Number number
                    && Double.isFinite(number.value().doubleValue())) {
                return Optional.of(number.value().doubleValue());
            }
            return wrong(key, "a number");
        });
    }

    public Optional<Integer> integer(String key) {
        return number(key).flatMap(number -> {
            boolean whole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
            return whole ? Optional.of(number.intValue()) : wrong(key, "a whole number");
        });
    }

    public Optional<Boolean> flag(String key) {
        return node(key)
                .flatMap(node ->
                        node instanceof DocumentNode.Flag flag ? Optional.of(flag.value()) : wrong(key, "true or false"));
    }

    /** An ISO-8601 span such as {@code PT5M}. */
    public Optional<Duration> span(String key) {
        return made(key, text -> DurationParser.parse(key, text));
    }

    public Optional<MappingReader> section(String key) {
        return node(key)
                .flatMap(node -> node instanceof DocumentNode.Fields child
                        ? Optional.of(new MappingReader(child, faults))
                        : wrong(key, "a group of keys"));
    }

    /** Whether the key is there with a list, for those that may be a list or a word. */
    public boolean isList(String key) {
        return fields.values().get(key) instanceof DocumentNode.Items;
    }

    public List<DocumentNode> items(String key) {
        return node(key)
                .flatMap(node -> node instanceof DocumentNode.Items items ? Optional.of(items.nodes()) : wrong(key, "a list"))
                .orElse(List.of());
    }

    /** The list's texts, each made into something; a refused one is a fault and left out. */
    public <T> List<T> each(String key, Function<String, T> maker) {
        List<T> made = new ArrayList<>();
        for (DocumentNode item : items(key)) {
            text(key, item)
                    .flatMap(text -> faults.attempt(item.place(), () -> maker.apply(text)))
                    .ifPresent(made::add);
        }
        return made;
    }

    /** A group of keys of the user's own choice, each with a text. */
    public Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        section(key).ifPresent(child -> child.fields.values().keySet().forEach(name -> child.text(name)
                .ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    /** To be called when all known keys were asked for. */
    public void end() {
        for (String key : fields.values().keySet()) {
            if (!asked.contains(key) && !passed.contains(key)) {
                String hint = NearestName.hint(key, asked);
                faults.add(fields.keys().get(key), "key \"" + key + "\" is unknown; " + hint);
            }
        }
    }

    private Optional<String> text(String key, DocumentNode node) {
        String text = node instanceof DocumentNode.Text given ? given.text() : null;
        if (node instanceof DocumentNode.Number number) {
            text = number.written();
        }
        if (text == null) {
            faults.add(node.place(), key + " must be a text");
            return Optional.empty();
        }
        if (UNSTORABLE.matcher(text).find()) {
            faults.add(node.place(), key + " holds a control character; remove it");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private <T> Optional<T> wrong(String key, String expected) {
        fault(key, key + " must be " + expected);
        return Optional.empty();
    }
}
