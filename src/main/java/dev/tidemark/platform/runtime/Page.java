package dev.tidemark.platform.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list with cursor pagination.
 *
 * @param previous the cursor of the page before; empty on the first page, or when the list is only read forwards
 * @param next the cursor of the page after; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> previous, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The first page.
     *
     * @param found the items in list order; one more than the page size when there is a next page
     */
    public static <T> Page<T> first(List<T> found, int size, Function<T, String> cursor) {
        return after(Optional.empty(), found, size, cursor);
    }

    /**
     * The page after a cursor.
     *
     * @param last the cursor; empty for the start of the list
     * @param found the items in list order; one more than the page size when there is a next page
     */
    public static <T> Page<T> after(Optional<String> last, List<T> found, int size, Function<T, String> cursor) {
        List<T> items = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                items,
                last.map(top -> items.isEmpty() ? top : cursor.apply(items.get(0))),
                found.size() > size ? Optional.of(cursor.apply(items.get(size - 1))) : Optional.empty());
    }

    /**
     * The page before a cursor.
     *
     * @param found more items than the page size, in reverse list order
     */
    public static <T> Page<T> before(List<T> found, int size, Function<T, String> cursor) {
        List<T> items = new ArrayList<>(found.subList(0, size));
        Collections.reverse(items);
        return new Page<>(
                items, Optional.of(cursor.apply(items.get(0))), Optional.of(cursor.apply(items.get(size - 1))));
    }
}
