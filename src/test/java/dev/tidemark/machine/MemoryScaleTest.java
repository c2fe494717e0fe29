package dev.tidemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryScaleTest {

    private static final long GB = 1L << 30;

    private final AtomicLong held = new AtomicLong(GB / 4);
    private final AtomicLong free = new AtomicLong(10 * GB);
    private final AtomicLong weighed = new AtomicLong();
    private final MemoryScale scale = new MemoryScale(
            () -> {
                weighed.incrementAndGet();
                return held.get();
            },
            free::get,
            3 * GB,
            0);

    @Nested
    class GivenAPageWithoutLongTasks {

        @Test
        void whenTheMachineHasItsMemory_thenThePageIsNotWeighed() {
            free.set(9 * GB);

            assertThat(scale.isTooHeavy(true)).isFalse();
            assertThat(weighed).hasValue(0);
        }

        @Test
        void whenItEatsMemoryInSmallBites_thenItIsTooHeavy() {
            free.set(6 * GB);
            held.set(3 * GB + 1);

            assertThat(scale.isTooHeavy(true)).isTrue();
        }

        @Test
        void whenSomebodyElseEatsIt_thenItIsNot() {
            free.set(6 * GB);

            assertThat(scale.isTooHeavy(true)).isFalse();
            assertThat(weighed).hasValue(1);
        }
    }

    @Nested
    class GivenAPageAtWork {

        @Test
        void whenItHoldsWhatIsAllowed_thenItIsNotTooHeavy() {
            held.set(3 * GB);

            assertThat(scale.isTooHeavy(false)).isFalse();
        }

        @Test
        void whenItHoldsMore_thenItIs() {
            held.set(3 * GB + 1);

            assertThat(scale.isTooHeavy(false)).isTrue();
        }
    }
}
