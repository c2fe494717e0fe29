package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-30T12:00:00Z"));
    private final RefusalLimit limit = new RefusalLimit(clock);

    @Nested
    class GivenManyRefusals {

        @Test
        void whenAnAddressSendsMore_thenTheyAreCountedAndOmitted() {
            for (int i = 0; i < RefusalLimit.PER_ADDRESS; i++) {
                assertThat(limit.permit("192.0.2.1")).hasValue(0);
            }
            assertThat(limit.permit("192.0.2.1")).isEmpty();
            assertThat(limit.permit("192.0.2.1")).isEmpty();
            assertThat(limit.permit("192.0.2.2")).hasValue(2);
            clock.advance(Duration.ofMinutes(1));
            assertThat(limit.permit("192.0.2.1")).hasValue(0);
        }

        @Test
        void whenTheyComeFromManyAddresses_thenTheTotalIsLimited() {
            for (int i = 0; i < RefusalLimit.TOTAL; i++) {
                assertThat(limit.permit("address " + i)).hasValue(0);
            }
            assertThat(limit.permit("one more")).isEmpty();
        }
    }
}
