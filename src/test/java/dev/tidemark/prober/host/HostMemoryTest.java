package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostMemoryTest {

    @Test
    void whenTheSystemReportsIt_thenTheFileCacheCountsAsAvailable() {
        String told = """
                MemTotal:       24640360 kB
                MemFree:          200000 kB
                MemAvailable:   20000000 kB
                Cached:         19000000 kB
                """;

        assertThat(HostMemory.availableIn(told)).hasValue(20_000_000L * 1024);
    }

    @Test
    void whenAnOldSystemDoesNotReportIt_thenItIsUnknown() {
        assertThat(HostMemory.availableIn("MemTotal: 24640360 kB\nMemFree: 200000 kB\n"))
                .isEmpty();
    }

    @Test
    void whenThisMachineIsQueried_thenMemoryIsAvailable() {
        assertThat(HostMemory.availableBytes()).isPositive();
    }
}
