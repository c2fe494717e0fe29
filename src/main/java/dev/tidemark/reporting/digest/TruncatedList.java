package dev.tidemark.reporting.digest;

import java.util.List;

/**
 * The first items of a longer list.
 *
 * @param more number of items that are not shown
 */
record TruncatedList<T>(List<T> shown, int more) {
    TruncatedList {
        shown = List.copyOf(shown);
    }

    static <T> TruncatedList<T> of(List<T> all, int limit) {
        int count = Math.min(limit, all.size());
        return new TruncatedList<>(all.subList(0, count), all.size() - count);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }
}
