package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlashMessagesTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final FlashMessages told = new FlashMessages(clock);

    @Test
    void whenMessagesAreStored_thenTheirKeyIsValidForTenMinutes() {
        String key = told.store(List.of("delivered"));
        String other = told.store(List.of("refused"));

        clock.advance(Duration.ofMinutes(10));
        assertThat(told.lines(key)).containsExactly("delivered");
        assertThat(told.lines(other)).containsExactly("refused");
        clock.advance(Duration.ofMillis(1));
        assertThat(told.lines(key)).isEmpty();
    }

    @Test
    void whenAKeyIsUnknown_thenThereAreNoMessages() {
        assertThat(told.lines("Your account is locked, call 0800")).isEmpty();
        assertThat(told.lines(null)).isEmpty();
    }

    @Test
    void whenVeryManyAreStored_thenTheOldestAreRemoved() {
        String first = told.store(List.of("first"));
        String last = first;
        for (int n = 0; n < 1_000; n++) {
            last = told.store(List.of("last"));
        }

        assertThat(told.lines(first)).isEmpty();
        assertThat(told.lines(last)).containsExactly("last");
    }
}
