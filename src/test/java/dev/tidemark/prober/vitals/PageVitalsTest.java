package dev.tidemark.prober.vitals;

import static dev.tidemark.model.metric.Metric.CLS;
import static dev.tidemark.model.metric.Metric.CLS_ALL_FRAMES;
import static dev.tidemark.model.metric.Metric.DCL;
import static dev.tidemark.model.metric.Metric.FCP;
import static dev.tidemark.model.metric.Metric.INP;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.metric.Metric.TBT;
import static dev.tidemark.model.metric.Metric.TTI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Metrics of an observation. */
class PageVitalsTest {

    private static final double END = 12_000;

    private final PageObservation observation = new PageObservation();
    private final CollectorMessages page = new CollectorMessages(observation).hello();

    private double value(Metric metric) {
        return observation
                .result(END)
                .measurements()
                .find(metric)
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    private String reason(Metric metric) {
        return observation.result(END).absent().stream()
                .filter(absence -> absence.metric().equals(metric))
                .map(AbsentMetric::reason)
                .findFirst()
                .orElse("");
    }

    @Nested
    class GivenAPageWithTwoLongTasks {

        private final CollectorMessages painted =
                page.loads(100, 600, 900).paints(500).works(450, 150).works(1_000, 120);

        @Test
        void whenItIsCalculated_thenMainThreadMetricsAreCorrect() {
            assertThat(value(TTI)).isEqualTo(1_120);
            assertThat(value(TBT)).isEqualTo(50 + 70);
            assertThat(value(Metric.of("LONG_TASKS"))).isEqualTo(2);
            assertThat(value(Metric.of("LONG_TASKS_TOTAL"))).isEqualTo(270);
            assertThat(value(Metric.of("LONGEST_TASK"))).isEqualTo(150);
            assertThat(value(Metric.of("MAX_POTENTIAL_FID"))).isEqualTo(150);
        }

        @Test
        void whenTheMainThreadIsNeverQuiet_thenTtiHasAReasonAndTbtCountsToTheEnd() {
            for (double at = 3_000; at < END; at += 2_000) {
                painted.works(at, 60);
            }

            assertThat(value(TTI)).isNaN();
            assertThat(reason(TTI))
                    .contains("main thread")
                    .endsWith("TBT is measured until the end of the observation at 12.0 s");
            assertThat(value(TBT)).isEqualTo(50 + 70 + 5 * 10);
        }

        @Test
        void whenNobodyInteracts_thenInpIsAbsentAndNotZero() {
            assertThat(value(INP)).isNaN();
            assertThat(reason(INP)).contains("there was no interaction");
        }
    }

    @Nested
    class GivenAPageWhoseLastScriptNeverEnds {

        private final CollectorMessages painted =
                page.loads(100, 600, 900).paints(500).beats(1_000);

        @Test
        void whenHeartbeatsStopped11SBeforeTheEnd_thenTheMainThreadWasBusySinceThen() {
            observation.end(END);

            assertThat(value(TTI)).isNaN();
            assertThat(reason(TTI)).contains("main thread");
            assertThat(value(TBT)).isEqualTo(END - 1_000 - 50);
            assertThat(value(Metric.of("LONGEST_TASK"))).isEqualTo(END - 1_000);
            assertThat(value(Metric.of("LONG_TASKS_TOTAL"))).isEqualTo(END - 1_000);
        }

        @Test
        void whenItWasQuietFor5SBefore_thenItWasInteractive() {
            painted.beats(6_000);
            observation.end(END);

            assertThat(value(TTI)).isEqualTo(600);
            assertThat(value(TBT)).isZero();
        }

        @Test
        void whenOnlyTheLast3SAreWithoutHeartbeat_thenThatIsIgnored() {
            painted.beats(END - 3_000);
            observation.end(END);

            assertThat(value(TTI)).isEqualTo(600);
        }
    }

    @Nested
    class GivenAPageThatPaintedNothing {

        @Test
        void whenItIsCalculated_thenEachPaintMetricHasAReason() {
            page.loads(100, 600, 900);

            assertThat(reason(FCP)).isEqualTo("no content was painted within the observed 12.0 s");
            assertThat(reason(LCP)).startsWith("no LCP candidate");
            assertThat(reason(CLS)).isNotEmpty();
            assertThat(reason(TBT)).contains("FCP");
            assertThat(value(DCL)).isEqualTo(600);
        }
    }

    @Nested
    class GivenThreeCandidatesForTheLargestPaint {

        private final CollectorMessages painted = page.loads(100, 600, 900)
                .paints(500)
                .paintsLargest(500, "html>body>h1")
                .paintsLargest(2_000, "#hero")
                .paintsLargest(4_000, "#late");

        @Test
        void whenNobodyInteracts_thenTheLastCounts() {
            assertThat(value(LCP)).isEqualTo(4_000);
            assertThat(observation.result(END).lcp().orElseThrow().selector()).isEqualTo("#late");
        }

        @Test
        void whenTheFirstInputIsAt3000_thenTheLastBeforeItCounts() {
            painted.says(
                    "event",
                    ",\"n\":\"click\",\"id\":5,\"t\":3000,\"l\":48,\"ps\":3004,\"pe\":3030,\"s\":\"#b\",\"c\":1");

            assertThat(value(LCP)).isEqualTo(2_000);
            assertThat(value(INP)).isEqualTo(48);
        }
    }

    @Nested
    class GivenAnImageWhoseRequestIsReportedLate {

        @Test
        void whenItIsReported_thenThePartsAreKnown() {
            page.loads(100, 600, 900).paints(500);
            page.says("lcp", ",\"t\":2000,\"z\":900,\"u\":\"https://x.test/i.png\",\"s\":\"#i\"");
            page.says("res", ",\"u\":\"https://x.test/i.png\",\"rs\":300,\"re\":1900");

            var lcp = observation.result(END).lcp().orElseThrow();

            assertThat(lcp.loadDelayMillis()).isEqualTo(200);
            assertThat(lcp.loadDurationMillis()).isEqualTo(1_600);
            assertThat(lcp.renderDelayMillis()).isEqualTo(100);
        }
    }

    @Nested
    class GivenAFrameThatFillsATenthOfTheViewport {

        @Test
        void whenSomethingShiftsInIt_thenOnlyAllFramesCountATenthOfIt() {
            page.loads(100, 600, 900).paints(500).shifts(1_000, 0.02);
            page.frameShifts(400, 900, 0.5, 50_000);

            assertThat(value(CLS)).isEqualTo(0.02);
            assertThat(value(CLS_ALL_FRAMES)).isCloseTo(0.02 + 0.05, within(1e-9));
            assertThat(observation.result(END).shifts()).singleElement().satisfies(shift -> assertThat(shift.value())
                    .isEqualTo(0.02));
        }

        @Test
        void whenItsTimeOriginIsLater_thenTimesAreThoseOfTheTopDocument() {
            page.loads(100, 600, 900).paints(500).shifts(1_000, 0.02);
            page.frameShifts(1_500, 900, 0.5, 50_000);

            assertThat(value(CLS_ALL_FRAMES)).isCloseTo(0.05, within(1e-9));
        }
    }

    @Nested
    class GivenUserTimings {

        @Test
        void whenANameComesTwice_thenTheFirstCounts() {
            page.paints(500);
            page.says("mark", ",\"n\":\"hero\",\"t\":700");
            page.says("mark", ",\"n\":\"hero\",\"t\":900");
            page.says("measure", ",\"n\":\"boot\",\"t\":100,\"l\":250");

            assertThat(value(Metric.of("MARK:hero"))).isEqualTo(700);
            assertThat(value(Metric.of("MEASURE:boot"))).isEqualTo(250);
        }

        @Test
        void whenThereAreThousands_thenAHundredAreRecorded() {
            IntStream.range(0, 3_000).forEach(n -> page.says("mark", ",\"n\":\"m" + n + "\",\"t\":" + n));

            assertThat(observation.result(END).measurements().stream()
                            .filter(one -> one.metric().code().startsWith("MARK:")))
                    .hasSize(100);
        }

        @Test
        void whenTheCollectorReachedItsLimit_thenItIsMarkedAsTruncated() {
            page.says("limit", ",\"n\":\"mark\"");

            assertThat(observation.result(END).truncated()).isTrue();
        }
    }
}
