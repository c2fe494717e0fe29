package dev.tidemark.prober.page;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Pages of which something is known for their next load, at most a thousand, until the product ends. */
final class PageHintCache {

    private static final int MAX_PAGES = 1_000;

    private final Set<URI> pages = ConcurrentHashMap.newKeySet();

    void add(URI page) {
        if (pages.size() < MAX_PAGES) {
            pages.add(page);
        }
    }

    boolean has(URI page) {
        return pages.contains(page);
    }
}
