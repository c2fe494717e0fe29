package dev.tidemark.reporting.digest;

import java.util.List;

/**
 * The first items of a longer list.
 *
 * @param more number of items that are not shown
 */
record Some<T>(List<T> shown, int more) {
    Some {
        shown = List.copyOf(shown);
    }

    static <T> Some<T> of(List<T> all, int most) {
        int count = Math.min(most, all.size());
        return new Some<>(all.subList(0, count), all.size() - count);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }
}
