package dev.tidemark.prober.page;

import dev.tidemark.platform.url.WebUrl;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers a property of at most a thousand pages for their next load, in memory. */
final class PageHintCache {

    private static final int MAX_PAGES = 1_000;

    private final Set<WebUrl> pages = ConcurrentHashMap.newKeySet();

    void add(WebUrl page) {
        if (pages.size() < MAX_PAGES) {
            pages.add(page);
        }
    }

    boolean has(WebUrl page) {
        return pages.contains(page);
    }
}
