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
     * @param span how old an answer may get
     * @param most how many are kept; those that were createdAt for the longest time ago go first
     */
    public TtlCache(Duration span, int most, Clock clock) {
        this.ttl = span;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CachedValue<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer that is known and fresh, or a new one. */
    public V get(K question, Supplier<V> find) {
        CachedValue<V> answer = current(question, find);
        answer.value().run();
        try {
            return answer.value().get();
        } catch (ExecutionException failed) {
            remove(question, answer);
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while somebody else was finding it out", interrupted);
        }
    }

    private synchronized CachedValue<V> current(K question, Supplier<V> find) {
        Instant now = clock.instant();
        CachedValue<V> known = entries.get(question);
        if (known == null || !now.isBefore(known.createdAt().plus(ttl))) {
            known = new CachedValue<>(now, new FutureTask<>(find::get));
            entries.put(question, known);
        }
        return known;
    }

    private synchronized void remove(K question, CachedValue<V> answer) {
        entries.remove(question, answer);
    }
}
