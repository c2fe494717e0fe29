package dev.tidemark.platform.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Caches values for a limited time. Concurrent requests for a missing value wait for the one that loads it. A failure is passed
 * on to all waiting requests and is not cached.
 *
 * @param <K> the key, with everything that the value depends on
 */
public final class TtlCache<K, V> {

    private final Duration ttl;
    private final Clock clock;
    private final Map<K, CachedValue<V>> entries;

    private record CachedValue<V>(Instant createdAt, FutureTask<V> value) {}

    /**
     * @param ttl maximum age of a value
     * @param maxEntries maximum number of values; the least recently used are evicted first
     */
    public TtlCache(Duration ttl, int maxEntries, Clock clock) {
        this.ttl = ttl;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CachedValue<V>> eldest) {
                return size() > maxEntries;
            }
        };
    }

    /** The cached value, or a newly loaded one. */
    public V get(K key, Supplier<V> loader) {
        CachedValue<V> entry = current(key, loader);
        entry.value().run();
        try {
            return entry.value().get();
        } catch (ExecutionException failed) {
            remove(key, entry);
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for another thread to load the value", interrupted);
        }
    }

    private synchronized CachedValue<V> current(K key, Supplier<V> loader) {
        Instant now = clock.instant();
        CachedValue<V> present = entries.get(key);
        if (present == null || !now.isBefore(present.createdAt().plus(ttl))) {
            present = new CachedValue<>(now, new FutureTask<>(loader::get));
            entries.put(key, present);
        }
        return present;
    }

    private synchronized void remove(K key, CachedValue<V> entry) {
        entries.remove(key, entry);
    }
}
