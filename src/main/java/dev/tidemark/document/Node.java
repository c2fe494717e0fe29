package dev.tidemark.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a document: keys with values, a list, or a scalar. */
public sealed interface Node {

    Place place();

    /**
     * Keys with values, in the order of the text.
     *
     * @param keys where each key stands
     */
    record Fields(Place place, Map<String, Node> values, Map<String, Place> keys) implements Node {

        /** The value of a key; none when it is missing or null. */
        public Optional<Node> value(String key) {
            return Optional.ofNullable(values.get(key)).filter(node -> !(node instanceof Nothing));
        }
    }

    record Items(Place place, List<Node> nodes) implements Node {}

    record Text(Place place, String text) implements Node {}

    /** A number, and how it was written. */
    record Number(Place place, BigDecimal value, String written) implements Node {}

    record Flag(Place place, boolean value) implements Node {}

    /** Null, in YAML also an empty value. */
    record Nothing(Place place) implements Node {}
}
