package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationFormatTest {

    @Nested
    class GivenADuration {

        @ParameterizedTest
        @CsvSource({
            "PT0S, 0 ms",
            "PT0.412S, 412 ms",
            "PT2.31S, 2.31 s",
            "PT5S, 5 s",
            "PT30S, 30 s",
            "PT45.25S, 45.3 s",
            "PT1M, 60 s",
            "PT1M29S, 89 s",
            "PT1M30S, 1 min 30 s",
            "PT5M, 5 min",
            "PT1H, 60 min",
            "PT1H29M59S, 89 min 59 s",
            "PT1H30M, 1 h 30 min",
            "PT24H, 24 h",
            "PT35H59M, 35 h 59 min",
            "PT36H, 1 d 12 h",
            "P7D, 7 d",
            "P30D, 30 d",
            "PT-90S, −1 min 30 s"
        })
        void whenItIsFormatted_thenItHasTheOneOrTwoUnitsThatFit(Duration duration, String text) {
            assertThat(DurationFormat.of(duration)).isEqualTo(text);
        }
    }

    @Nested
    class GivenTheTimeBetweenTwoInstants {

        @ParameterizedTest
        @CsvSource({"PT0.9S, 0 s", "PT-5S, 0 s", "PT45.9S, 45 s", "PT2M59.9S, 2 min 59 s", "PT720H, 30 d"})
        void whenItIsFormatted_thenItCountsWholeSeconds(Duration duration, String text) {
            assertThat(DurationFormat.elapsed(duration)).isEqualTo(text);
        }
    }
}
