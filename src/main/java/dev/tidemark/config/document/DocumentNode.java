package dev.tidemark.config.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a YAML or JSON document: a mapping, a list or a scalar. */
public sealed interface DocumentNode {

    SourceLocation place();

    /**
     * A mapping, in the order of the text.
     *
     * @param keys the position of each key
     */
    record Fields(SourceLocation place, Map<String, DocumentNode> values, Map<String, SourceLocation> keys)
            implements DocumentNode {

        /** The value of a key; empty when it is missing or null. */
        public Optional<DocumentNode> value(String key) {
            return Optional.ofNullable(values.get(key)).filter(node -> !(node instanceof Nothing));
        }
    }

    record Items(SourceLocation place, List<DocumentNode> nodes) implements DocumentNode {}

    record Text(SourceLocation place, String text) implements DocumentNode {}

    /** A number, and its original text. */
    record Number(SourceLocation place, BigDecimal value, String written) implements DocumentNode {}

    record Flag(SourceLocation place, boolean value) implements DocumentNode {}

    /** Null, in YAML also an empty value. */
    record Nothing(SourceLocation place) implements DocumentNode {}
}
