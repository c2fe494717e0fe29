package dev.tidemark.storage.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValueSeriesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Nested
    class GivenARunEveryFiveMinutes {
        private final ValueSeries track = ValueSeriesFixture.everyFiveMinutes(NOON.minusSeconds(300), 14, i -> i);

        @Test
        void whenItIsReadByHour_thenEachHourHasItsOwnValues() {
            assertThat(track.by(Duration.ofHours(1)))
                    .extracting(StepValues::at)
                    .containsExactly(NOON.minusSeconds(3600), NOON, NOON.plusSeconds(3600));
            assertThat(track.by(Duration.ofHours(1)))
                    .extracting(step -> step.values().length)
                    .containsExactly(1, 12, 1);
        }

        @Test
        void whenOneIsQueried_thenItsInstantAndValueAreExact() {
            assertThat(track.at(1)).isEqualTo(NOON);
            assertThat(track.value(13)).isEqualTo(13);
        }
    }

    @Nested
    class GivenUnorderedRows {
        @Test
        void whenTheyAreUnpacked_thenTheOldestIsTheFirst() {
            byte[] packed = java.nio.ByteBuffer.allocate(32)
                    .putLong(2_000_000)
                    .putDouble(2)
                    .putLong(1_000_000)
                    .putDouble(1)
                    .array();

            ValueSeries track = ValueSeries.unpacked(packed);

            assertThat(track.values()).containsExactly(1, 2);
            assertThat(track.at(0)).isEqualTo(Instant.parse("2000-01-01T00:00:01Z"));
        }
    }
}
