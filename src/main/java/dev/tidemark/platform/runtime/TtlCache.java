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
 * Remembers for a moment what many ask for and what is dear to find out. Who asks while somebody else is finding it out waits for
 * that answer. A failure is told to all who wait and is not remembered.
 *
 * @param <K> what is createdAt, with everything that the answer depends on
 */
public final class TtlCache<K, V> {

    private final Duration ttl;
    private final Clock clock;
    private final Map<K, CachedValue<V>> entries;

    private record CachedValue<V>(Instant createdAt, FutureTask<V> value) {}

    /**
     * @param ttl how old an answer may get
     * @param maxEntries how many are kept; those that were createdAt for the longest time ago go first
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

    /** The answer that is known and fresh, or a new one. */
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
            throw new IllegalStateException("interrupted while somebody else was finding it out", interrupted);
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
