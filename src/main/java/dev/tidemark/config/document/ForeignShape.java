package dev.tidemark.config.document;

import java.util.Arrays;
import java.util.Set;

/** A condition on the keys of a document. */
interface ForeignShape {

    boolean matches(DocumentNode node);

    /** A mapping with all of these keys. */
    static ForeignShape keys(String... keys) {
        return node -> node instanceof DocumentNode.Fields fields
                && fields.values().keySet().containsAll(Set.of(keys));
    }

    static ForeignShape keyEndsWith(String end) {
        return node -> node instanceof DocumentNode.Fields fields
                && fields.values().keySet().stream().anyMatch(key -> key.endsWith(end));
    }

    /** A mapping with a value of that shape under a key. */
    static ForeignShape at(String key, ForeignShape shape) {
        return node -> node instanceof DocumentNode.Fields fields
                && fields.values().containsKey(key)
                && shape.matches(fields.values().get(key));
    }

    /** A mapping with a list under a key, whose first item has that shape. */
    static ForeignShape first(String key, ForeignShape shape) {
        return at(key, first(shape));
    }

    /** A list whose first item has that shape. */
    static ForeignShape first(ForeignShape shape) {
        return node -> node instanceof DocumentNode.Items items
                && !items.nodes().isEmpty()
                && shape.matches(items.nodes().get(0));
    }

    /** A mapping with at least one value of that shape. */
    static ForeignShape anyValue(ForeignShape shape) {
        return node -> node instanceof DocumentNode.Fields fields
                && fields.values().values().stream().anyMatch(shape::matches);
    }

    static ForeignShape any(ForeignShape... shapes) {
        return node -> Arrays.stream(shapes).anyMatch(shape -> shape.matches(node));
    }
}
