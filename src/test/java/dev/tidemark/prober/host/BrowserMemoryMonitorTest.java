package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrowserMemoryMonitorTest {

    private static final long GB = 1L << 30;

    private final AtomicLong held = new AtomicLong(GB / 4);
    private final AtomicLong available = new AtomicLong(10 * GB);
    private final AtomicLong weighed = new AtomicLong();
    private final BrowserMemoryMonitor scale = new BrowserMemoryMonitor(
            () -> {
                weighed.incrementAndGet();
                return held.get();
            },
            available::get,
            3 * GB,
            0);

    @Test
    void whenTheMachineHasEnoughMemory_thenTheBrowserIsNotMeasured() {
        available.set(9 * GB);

        assertThat(scale.isExceeded()).isFalse();
        assertThat(weighed).hasValue(0);
    }

    @Test
    void whenThePageUsesTheMaximum_thenTheLimitIsNotExceeded() {
        available.set(6 * GB);
        held.set(3 * GB);

        assertThat(scale.isExceeded()).isFalse();
    }

    @Test
    void whenThePageUsesMore_thenTheLimitIsExceeded() {
        available.set(6 * GB);
        held.set(3 * GB + 1);

        assertThat(scale.isExceeded()).isTrue();
    }

    @Test
    void whenAnotherProcessUsesTheMemory_thenTheLimitIsNotExceeded() {
        available.set(6 * GB);

        assertThat(scale.isExceeded()).isFalse();
        assertThat(weighed).hasValue(1);
    }

    @Test
    void whenAnotherProcessFreesMemoryThatThePageThenUses_thenTheLimitIsExceeded() {
        available.set(14 * GB);
        scale.isExceeded();
        available.set(10 * GB);
        held.set(4 * GB);

        assertThat(scale.isExceeded()).isTrue();
    }
}
