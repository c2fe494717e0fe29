package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");

    private static TimeRange read(String name, Instant now) {
        return TimeRange.read(name, "", "", now, ZoneOffset.UTC);
    }

    @Nested
    class GivenAProbeWithARecentFirstRun {
        @ParameterizedTest
        @CsvSource({
            "PT0S, 1h",
            "PT1H, 1h",
            "PT61M, 6h",
            "PT6H, 6h",
            "PT7H, 24h",
            "PT24H, 24h",
            "PT25H, 7d",
            "P6D, 7d",
            "P90D, 7d"
        })
        void whenNoRangeIsSelected_thenItIsTheShortestWithAllRunsUpToAWeek(Duration ago, String name) {
            assertThat(TimeRange.shortestSince(NOW.minus(ago), NOW)).isEqualTo(name);
        }
    }

    @Nested
    class GivenARelativeRange {
        @Test
        void whenItIsReadTwiceWithinAMinute_thenItIsTheSame() {
            assertThat(read("24h", NOW)).isEqualTo(read("24h", NOW.plusSeconds(29)));
            assertThat(read("24h", NOW)).isNotEqualTo(read("24h", NOW.plusSeconds(30)));
        }

        @Test
        void whenItIsRead_thenItContainsNow() {
            assertThat(read("1h", NOW).to()).isAfter(NOW).isBefore(NOW.plusSeconds(61));
            assertThat(read("1h", NOW).span()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Nested
    class GivenAnInvalidRange {
        @Test
        void whenItIsReversed_thenItsEndsAreSwappedWithAMessage() {
            TimeRange range = TimeRange.read("", "2026-11-20T12:00:00Z", "2026-11-19T12:00:00Z", NOW, ZoneOffset.UTC);

            assertThat(range.from()).isEqualTo(Instant.parse("2026-11-19T12:00:00Z"));
            assertThat(range.correction()).asString().contains("swapped");
        }

        @Test
        void whenItsNameIsUnknown_thenItIsTheWeekWithAMessage() {
            assertThat(read("13h", NOW).name()).isEqualTo("7d");
            assertThat(read("13h", NOW).correction()).asString().contains("13h");
        }
    }
}
