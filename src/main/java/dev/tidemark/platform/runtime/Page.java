package dev.tidemark.platform.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a longer list.
 *
 * @param previous the cursor of the items before these; empty when there are none, or the list is only read forwards
 * @param next the cursor of the items after these; empty when there are none
 */
public record Page<T>(List<T> items, Optional<String> previous, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The page from the first item found on.
     *
     * @param found in the list's order; one more than the size when the list goes on
     */
    public static <T> Page<T> first(List<T> found, int size, Function<T, String> cursor) {
        return after(Optional.empty(), found, size, cursor);
    }

    /**
     * The page behind a cursor.
     *
     * @param last the cursor; empty for the top of the list
     * @param found in the list's order; one more than the size when the list goes on
     */
    public static <T> Page<T> after(Optional<String> last, List<T> found, int size, Function<T, String> cursor) {
        List<T> items = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                items,
                last.map(top -> items.isEmpty() ? top : cursor.apply(items.get(0))),
                found.size() > size ? Optional.of(cursor.apply(items.get(size - 1))) : Optional.empty());
    }

    /** The page before a cursor. @param found more than the size, the nearest first */
    public static <T> Page<T> before(List<T> found, int size, Function<T, String> cursor) {
        List<T> items = new ArrayList<>(found.subList(0, size));
        Collections.reverse(items);
        return new Page<>(
                items, Optional.of(cursor.apply(items.get(0))), Optional.of(cursor.apply(items.get(size - 1))));
    }
}
