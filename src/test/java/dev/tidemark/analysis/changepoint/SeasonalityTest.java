package dev.tidemark.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeasonalityTest {
    /** A Monday. */
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private static List<Point> points(Duration span, ToDoubleFunction<Instant> value) {
        List<Point> points = new ArrayList<>();
        for (Instant at = BEGIN; at.isBefore(BEGIN.plus(span)); at = at.plusSeconds(600)) {
            points.add(new Point(at, value.applyAsDouble(at), new RunId(new UUID(0, 0))));
        }
        return points;
    }

    private static double byDay(Instant at) {
        int hour = at.atZone(java.time.ZoneOffset.UTC).getHour();
        return hour >= 8 && hour < 20 ? 1_200 : 1_000;
    }

    private static double onWorkingDays(Instant at) {
        return at.atZone(java.time.ZoneOffset.UTC).getDayOfWeek().getValue() < 6 ? byDay(at) : 800;
    }

    @Nested
    class GivenDaysThatAreSlowerThanNights {
        @Test
        void whenThereAreThreeOfThem_thenTheirPatternIsDetected() {
            Seasonality season = Seasonality.of(points(Duration.ofDays(4), SeasonalityTest::byDay));

            assertThat(season.at(Instant.parse("2026-02-03T14:30:00Z"))
                            / season.at(Instant.parse("2026-02-03T03:30:00Z")))
                    .isEqualTo(1.2, within(0.001));
        }

        @Test
        void whenThereIsOne_thenNoPatternIsAssumed() {
            assertThat(Seasonality.of(points(Duration.ofDays(1), SeasonalityTest::byDay)))
                    .isEqualTo(Seasonality.NONE);
        }
    }

    @Nested
    class GivenWeekendsThatAreFaster {
        @Test
        void whenThereAreTwoOfThem_thenTheyHaveTheirOwnPattern() {
            Seasonality season = Seasonality.of(points(Duration.ofDays(15), SeasonalityTest::onWorkingDays));

            double saturday = season.at(Instant.parse("2026-02-07T14:30:00Z"));
            double friday = season.at(Instant.parse("2026-02-06T14:30:00Z"));
            assertThat(friday / saturday).isEqualTo(1.5, within(0.001));
        }
    }

    @Nested
    class GivenNoPattern {
        @Test
        void whenValuesOnlyVary_thenNoneIsDetected() {
            assertThat(Seasonality.of(
                            points(Duration.ofDays(5), at -> 1_000 + Math.floorMod(at.hashCode() * 7919, 100))))
                    .isEqualTo(Seasonality.NONE);
        }

        @Test
        void whenAllAreZero_thenNoneIsDetected() {
            assertThat(Seasonality.of(points(Duration.ofDays(5), at -> 0))).isEqualTo(Seasonality.NONE);
        }
    }
}
