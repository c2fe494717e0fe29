package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TtlCacheTest {
    private static final Duration SPAN = Duration.ofSeconds(2);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final TtlCache<String, Integer> memory = new TtlCache<>(SPAN, 2, clock);
    private final AtomicInteger found = new AtomicInteger();

    private int ask(String question) {
        return memory.get(question, found::incrementAndGet);
    }

    @Nested
    class GivenACachedValue {
        @Test
        void whenItIsRequestedWithinTheTtl_thenItIsNotLoadedAgain() {
            ask("a");
            clock.advance(SPAN.minusMillis(1));

            assertThat(ask("a")).isEqualTo(1);
        }

        @Test
        void whenTheTtlHasPassed_thenItIsLoadedAgain() {
            ask("a");
            clock.advance(SPAN);

            assertThat(ask("a")).isEqualTo(2);
        }

        @Test
        void whenAnotherKeyIsRequested_thenItHasItsOwnValue() {
            ask("a");

            assertThat(ask("b")).isEqualTo(2);
            assertThat(ask("a")).isEqualTo(1);
        }

        @Test
        void whenTheCacheIsFull_thenTheLeastRecentlyUsedIsEvicted() {
            ask("a");
            ask("b");
            ask("a");
            ask("c");

            assertThat(ask("a")).isEqualTo(1);
            assertThat(ask("b")).isEqualTo(4);
        }
    }

    @Nested
    class GivenAFailure {
        @Test
        void whenItIsRequestedAgain_thenItIsLoadedAgain() {
            assertThatThrownBy(() -> memory.get("a", () -> {
                        throw new IllegalArgumentException("down");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("down");

            assertThat(ask("a")).isEqualTo(1);
        }
    }

    @Nested
    class GivenTwoConcurrentRequests {
        @Test
        void whenTheFirstIsLoading_thenTheSecondWaitsForItsResult() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch known = new CountDownLatch(1);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> first = two.submit(() -> memory.get("a", () -> {
                    asked.countDown();
                    await(known);
                    return found.incrementAndGet();
                }));
                asked.await();
                Future<Integer> second = two.submit(() -> ask("a"));
                known.countDown();

                assertThat(first.get()).isEqualTo(1);
                assertThat(second.get()).isEqualTo(1);
            } finally {
                two.shutdownNow();
            }
        }

        private void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
