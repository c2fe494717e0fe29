package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final LoginAttempts attempts = new LoginAttempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed("10.0.0.1");
        }
    }

    @Nested
    class GivenFailures {

        @Test
        void whenThereAreFour_thenNobodyWaits() {
            fail(LoginAttempts.FREE_ATTEMPTS - 1);
            assertThat(attempts.waitTime("10.0.0.1")).isZero();
        }

        @Test
        void whenThereAreFive_thenTheAddressWaitsTenSeconds() {
            fail(LoginAttempts.FREE_ATTEMPTS);
            assertThat(attempts.waitTime("10.0.0.1")).isEqualTo(Duration.ofSeconds(10));
            assertThat(attempts.waitTime("10.0.0.2")).isZero();
            now = now.plusSeconds(10);
            assertThat(attempts.waitTime("10.0.0.1")).isZero();
        }

        @Test
        void whenThereIsOneMore_thenTheDelayDoubles() {
            fail(LoginAttempts.FREE_ATTEMPTS + 1);
            assertThat(attempts.waitTime("10.0.0.1")).isEqualTo(Duration.ofSeconds(20));
        }

        @Test
        void whenThereAreVeryMany_thenTheDelayIsLimited() {
            fail(100);
            assertThat(attempts.waitTime("10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void whenOneSucceeds_thenTheCounterIsReset() {
            fail(LoginAttempts.FREE_ATTEMPTS);
            attempts.succeeded("10.0.0.1");
            fail(1);
            assertThat(attempts.waitTime("10.0.0.1")).isZero();
        }
    }
}
