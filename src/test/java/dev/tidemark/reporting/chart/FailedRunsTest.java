package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Failed runs in a trend chart. */
class FailedRunsTest {

    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");

    private static TrendChart chart(List<TrendChart.Dot> dots, FailedRuns... failures) {
        return new TrendChart(
                        Metric.LCP,
                        FROM,
                        FROM.plus(Duration.ofHours(10)),
                        ZoneOffset.UTC,
                        Duration.ofHours(1),
                        dots,
                        List.of(),
                        List.of(),
                        List.of())
                .withFailures(List.of(failures));
    }

    private static FailedRuns failed(int hour, OutcomeType outcome, long runs) {
        return new FailedRuns(FROM.plus(Duration.ofHours(hour)), outcome, runs);
    }

    private static List<TrendChart.Dot> good() {
        return List.of(new TrendChart.Dot(FROM.plus(Duration.ofHours(1)), 2_000, Optional.of(Rating.GOOD)));
    }

    @Nested
    class GivenAnOutage {
        private final TrendChart chart = chart(
                good(),
                failed(5, OutcomeType.HTTP_STATUS, 1),
                failed(6, OutcomeType.TIMEOUT, 12),
                failed(7, OutcomeType.BROWSER_LAUNCH, 1));

        @Test
        void whenItIsDrawn_thenEachFailureIsACrossAtItsTimeWithATitle() {
            assertThat(chart.large(Messages.ENGLISH))
                    .contains("x=\"50%\"", "<title>Failed: HTTP status</title>")
                    .contains("x=\"60%\"", "<title>Failed: timeout (12 runs)</title>")
                    .contains("x=\"70%\"", "<title>Monitor failure: browser launch</title>")
                    .contains("minimum 2.00 s, maximum 2.00 s, 14 failed runs");
        }

        @Test
        void whenAFileIsMade_thenTheLegendNamesFailedRunsAndMonitorFailures() {
            assertThat(List.of(chart.file("default"), chart.mailImage(), chart.card()))
                    .allSatisfy(svg -> assertThat(svg).contains(">failed run<", ">monitor failure<"));
        }
    }

    @Nested
    class GivenNoFailure {
        @Test
        void whenAFileIsMade_thenThereIsNoLegend() {
            assertThat(chart(good()).mailImage()).doesNotContain("legend", "failed");
        }
    }

    @Nested
    class GivenAProbeThatHasNeverSucceeded {
        @Test
        void whenItIsDrawn_thenTheFailuresAreThereWithoutAnAxisOfValues() {
            TrendChart chart = chart(List.of(), failed(5, OutcomeType.DNS_FAILURE, 3));

            assertThat(chart.isEmpty()).isFalse();
            assertThat(chart.large(Messages.ENGLISH))
                    .contains("Largest Contentful Paint: no values in this range, 3 failed runs")
                    .contains("c-failed")
                    .doesNotContain(">0 ms<");
        }
    }

    @Nested
    class GivenAFailureOutsideTheRange {
        @Test
        void whenItIsDrawn_thenItIsLeftOut() {
            assertThat(chart(good(), failed(10, OutcomeType.TIMEOUT, 1)).large(Messages.ENGLISH))
                    .doesNotContain("c-what-failed");
        }
    }
}
