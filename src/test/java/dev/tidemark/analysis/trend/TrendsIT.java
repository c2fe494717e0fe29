package dev.tidemark.analysis.trend;

import static dev.tidemark.storage.run.HistoryFixture.NOW;
import static dev.tidemark.storage.run.HistoryFixture.SHOP;
import static dev.tidemark.storage.run.HistoryFixture.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.timeseries.OutcomeTally;
import dev.tidemark.storage.timeseries.SeriesKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrendsIT {
    private static final LocationName PARIS = new LocationName("paris");
    private static HistoryFixture fixture;
    private static Trends trends;

    /** Twelve runs, one every ten minutes from 12:00: LCP 1000, 1010 ... 1110; the one at 13:00 failed; two more in Paris. */
    @BeforeAll
    static void record() throws SQLException {
        fixture = HistoryFixture.fresh();
        trends = new Trends(fixture.series());
        for (int i = 0; i < 12; i++) {
            Slot slot = slot(SHOP, NOW.plus(Duration.ofMinutes(10L * i)));
            if (i == 6) {
                fixture.failed(slot, OutcomeType.TIMEOUT);
            } else {
                fixture.recorded(slot, "LCP", 1000 + 10 * i);
            }
        }
        fixture.recorded(new Slot(SHOP, PARIS, NOW), "LCP", 3000);
        fixture.recorded(new Slot(SHOP, PARIS, NOW.plusSeconds(60)), "LCP", 3500);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static List<StatisticSeries.SeriesPoint> series(
            Statistic statistic, Optional<LocationName> location, Duration step) {
        return trends.series(
                        new SeriesKey(SHOP, location, Metric.LCP),
                        statistic,
                        new Interval(NOW, NOW.plusSeconds(7200)),
                        step)
                .points();
    }

    @Nested
    class GivenTwoHoursOfRunsAtOneLocation {
        private final Optional<LocationName> here = Optional.of(LocationName.DEFAULT);

        @Test
        void whenTheMedianPerHourIsQueried_thenFailedRunsDoNotCount() {
            assertThat(series(Statistic.MEDIAN, here, Duration.ofHours(1)))
                    .containsExactly(
                            new StatisticSeries.SeriesPoint(NOW, 1025, 6),
                            new StatisticSeries.SeriesPoint(NOW.plusSeconds(3600), 1090, 5));
        }

        @Test
        void whenP75IsQueried_thenItIsInterpolatedBetweenRanks() {
            assertThat(series(Statistic.P75, here, Duration.ofHours(1)).get(0).value())
                    .isEqualTo(1037.5);
        }

        @Test
        void whenTheStepIsADay_thenItBeginsAtMidnightUtc() {
            assertThat(series(Statistic.MAX, here, Duration.ofDays(1)))
                    .containsExactly(new StatisticSeries.SeriesPoint(Instant.parse("2026-03-10T00:00:00Z"), 1110, 11));
        }

        @Test
        void whenAMetricHasNoValues_thenThereIsNoPoint() {
            assertThat(trends.series(
                                    new SeriesKey(SHOP, here, Metric.INP),
                                    Statistic.MEDIAN,
                                    new Interval(NOW, NOW.plusSeconds(7200)),
                                    Duration.ofHours(1))
                            .points())
                    .isEmpty();
        }

        @Test
        void whenAChartIsQueried_thenItHasEachRunAndTheMiddleHalfByStep() {
            Trend trend = chart(NOW, NOW.plusSeconds(3600), Duration.ofHours(1));

            assertThat(trend.steps()).containsExactly(new StepQuartiles(NOW, 6, 1000, 1012.5, 1025, 1037.5, 1050));
            assertThat(trend.dots()).hasSize(6).contains(new TimeValue(NOW.plusSeconds(600), 1010));
            assertThat(trend.runs()).isEqualTo(6);
        }

        @Test
        void whenAChartOfHalfAYearIsQueried_thenItIsThatOfTheSameRuns() {
            Instant end = NOW.plus(Duration.ofDays(20));

            Trend trend = chart(end.minus(Duration.ofDays(182)), end, Duration.ofDays(2));

            assertThat(trend.runs()).isEqualTo(11);
            assertThat(trend.dots()).hasSize(11).contains(new TimeValue(NOW.plusSeconds(600), 1010));
            assertThat(trend.steps())
                    .containsExactly(
                            new StepQuartiles(Instant.parse("2026-03-10T00:00:00Z"), 11, 1000, 1025, 1050, 1085, 1110));
        }

        private Trend chart(Instant from, Instant to, Duration step) {
            Map<Metric, Trend> trends = TrendsIT.trends.at(
                    SHOP, LocationName.DEFAULT, List.of(Metric.LCP, Metric.INP), new Interval(from, to), step);
            assertThat(trends.get(Metric.INP).runs()).isZero();
            return trends.get(Metric.LCP);
        }
    }

    @Nested
    class GivenTwoLocations {
        @Test
        void whenNoneIsNamed_thenBothCount() {
            assertThat(series(Statistic.MAX, Optional.empty(), Duration.ofHours(1))
                            .get(0))
                    .isEqualTo(new StatisticSeries.SeriesPoint(NOW, 3500, 8));
        }

        @Test
        void whenSparklinesAreQueried_thenEachHasItsOwn() {
            List<SparklineValues> lines =
                    trends.sparklines(Metric.LCP, new Interval(NOW, NOW.plusSeconds(7200)), Duration.ofHours(1));

            assertThat(lines).extracting(SparklineValues::location).containsExactly(LocationName.DEFAULT, PARIS);
            assertThat(lines.get(1).points()).containsExactly(new StatisticSeries.SeriesPoint(NOW, 3250, 2));
        }
    }

    @Nested
    class GivenUptimeAndErrors {
        private static final ProbeId CHECKED = new ProbeId("checked");
        private static final Interval TWO_HOURS = new Interval(NOW, NOW.plusSeconds(7200));

        /** Six runs per hour. First hour: all OK. Second hour: one failed, one in maintenance, one lost, one blocked: 2 of 3 are OK. */
        @BeforeAll
        static void record() {
            for (int i = 0; i < 12; i++) {
                Slot slot = slot(CHECKED, NOW.plus(Duration.ofMinutes(10L * i)));
                switch (i) {
                    case 6 -> fixture.failed(slot, OutcomeType.TIMEOUT);
                    case 7 -> fixture.failed(slot, OutcomeType.INTERNAL);
                    case 8 -> fixture.failed(slot, OutcomeType.BLOCKED_ADDRESS);
                    case 9 -> inMaintenance(slot);
                    default -> fixture.recorded(slot, "FCP", 1000);
                }
            }
        }

        private static void inMaintenance(Slot slot) {
            RunTicket ticket = fixture.started(slot);
            fixture.history().flagMaintenance(ticket, "Patch day");
            fixture.history().end(ticket, OutcomeType.TIMEOUT, "seen in a test", slot.plannedAt());
        }

        private static List<StatisticSeries.SeriesPoint> points(Metric metric, Duration step) {
            return trends.series(new SeriesKey(CHECKED, metric), Statistic.MEAN, TWO_HOURS, step)
                    .points();
        }

        @Test
        void whenUptimeIsQueried_thenItIsTheShareOfRunsThatCountPerStep() {
            assertThat(points(Metric.UPTIME, Duration.ofHours(1)))
                    .containsExactly(
                            new StatisticSeries.SeriesPoint(NOW, 100, 6),
                            new StatisticSeries.SeriesPoint(NOW.plusSeconds(3600), 200 / 3.0, 3));
            assertThat(points(Metric.ERRORS, Duration.ofHours(1)))
                    .extracting(StatisticSeries.SeriesPoint::value)
                    .containsExactly(0.0, 100 / 3.0);
        }

        @Test
        void whenTheyAreQueriedOverTheWholeRange_thenTheyAreTheNumbersOfLimits() {
            OutcomeTally tally = fixture.series().tally(CHECKED, LocationName.DEFAULT, TWO_HOURS);

            for (Metric metric : List.of(Metric.UPTIME, Metric.ERRORS)) {
                assertThat(points(metric, Duration.ofDays(1))).singleElement().satisfies(point -> {
                    assertThat(point.value()).isCloseTo(tally.share(metric).orElseThrow(), within(1e-9));
                    assertThat(point.runs()).isEqualTo((int) tally.counted());
                });
            }
        }

        @Test
        void whenHalfAYearIsCharted_thenItIsTheShareOfTheDays() {
            Instant end = NOW.plus(Duration.ofDays(20));
            Interval halfAYear = new Interval(end.minus(Duration.ofDays(182)), end);
            Trend trend = trends.at(
                            CHECKED, LocationName.DEFAULT, List.of(Metric.UPTIME), halfAYear, Duration.ofDays(2))
                    .get(Metric.UPTIME);

            assertThat(trend.steps()).singleElement().satisfies(step -> {
                assertThat(step.runs()).isEqualTo(9);
                assertThat(step.lowest()).isEqualTo(step.median()).isCloseTo(800 / 9.0, within(1e-9));
            });
            assertThat(trend.dots()).isEmpty();
        }
    }
}
