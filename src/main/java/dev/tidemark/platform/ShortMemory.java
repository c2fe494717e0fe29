package dev.tidemark.platform;

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
 * @param <K> what is asked, with everything that the answer depends on
 */
public final class ShortMemory<K, V> {

    private final Duration span;
    private final Clock clock;
    private final Map<K, Answer<V>> answers;

    private record Answer<V>(Instant asked, FutureTask<V> value) {}

    /**
     * @param span how old an answer may get
     * @param most how many are kept; those that were asked for the longest time ago go first
     */
    public ShortMemory(Duration span, int most, Clock clock) {
        this.span = span;
        this.clock = clock;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer that is known and fresh, or a new one. */
    public V get(K question, Supplier<V> find) {
        Answer<V> answer = fresh(question, find);
        answer.value().run();
        try {
            return answer.value().get();
        } catch (ExecutionException failed) {
            forget(question, answer);
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while somebody else was finding it out", interrupted);
        }
    }

    private synchronized Answer<V> fresh(K question, Supplier<V> find) {
        Instant now = clock.instant();
        Answer<V> known = answers.get(question);
        if (known == null || !now.isBefore(known.asked().plus(span))) {
            known = new Answer<>(now, new FutureTask<>(find::get));
            answers.put(question, known);
        }
        return known;
    }

    private synchronized void forget(K question, Answer<V> answer) {
        answers.remove(question, answer);
    }
}
