package dev.tidemark.security.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stretch of a list by name.
 *
 * @param first those ahead of it come before these; empty when there are none
 * @param last those behind it come after these; empty when there are none
 */
public record Shelf<T>(List<T> items, Optional<String> first, Optional<String> last) {

    public Shelf {
        items = List.copyOf(items);
    }

    public static <T> Shelf<T> empty() {
        return new Shelf<>(List.of(), Optional.empty(), Optional.empty());
    }

    /** @param found one more than the size, if there are so many @param mark what they are behind of; empty for the top */
    static <T> Shelf<T> behind(Optional<String> mark, List<T> found, int size, Function<T, String> name) {
        List<T> items = found.subList(0, Math.min(size, found.size()));
        return new Shelf<>(
                items,
                mark.map(top -> items.isEmpty() ? top : name.apply(items.get(0))),
                found.size() > size ? Optional.of(name.apply(items.get(size - 1))) : Optional.empty());
    }

    /** @param found more than the size, the nearest first */
    static <T> Shelf<T> ahead(List<T> found, int size, Function<T, String> name) {
        List<T> items = new ArrayList<>(found.subList(0, size));
        Collections.reverse(items);
        return new Shelf<>(items, Optional.of(name.apply(items.get(0))), Optional.of(name.apply(items.get(size - 1))));
    }
}
