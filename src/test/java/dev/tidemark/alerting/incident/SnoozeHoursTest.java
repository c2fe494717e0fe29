package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SnoozeHoursTest {

    @Test
    void whenItIsANumber_thenItIsThatManyHours() {
        assertThat(SnoozeHours.read("168")).hasValue(Duration.ofDays(7));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0", "04", "-1", "1000", "1.5", "four"})
    void whenItIsNone_thenItIsEmpty(String text) {
        assertThat(SnoozeHours.read(text)).isEmpty();
    }
}
