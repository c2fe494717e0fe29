package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WindowRuleTest {

    private static final Instant END = Runs.START;

    /** One value every ten minutes, the last one at the end. */
    private static List<Point> everyTenMinutes(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(n -> new Point(
                        END.minus(Duration.ofMinutes(10L * (values.length - 1 - n))), values[n], RunId.newAt(END)))
                .toList();
    }

    @Nested
    class GivenAMeanOfAtMost1000MsOverAnHour {

        private final Limit limit = new Limit(
                Metric.LCP,
                Statistic.MEAN,
                new Bound.Max(1000),
                Severity.WARNING,
                1,
                1,
                Optional.of(Duration.ofHours(1)));

        private Verdict judge(double... values) {
            return WindowRule.evaluate(limit, List.of(END), everyTenMinutes(values));
        }

        @Test
        void whenTheMeanIsAtTheThreshold_thenItPasses() {
            assertThat(judge(800, 1000, 1200).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenTheMeanIsOverTheThreshold_thenItFailsWithItsCalculation() {
            Verdict verdict = judge(800, 1000, 1203);

            assertThat(verdict.kind()).isEqualTo(VerdictKind.FAIL);
            assertThat(verdict.value()).hasValue(1001);
            assertThat(verdict.calculation().toString())
                    .isEqualTo("mean over 60 min: 1 of the last 1 run over 1.00 s: 1.001 s");
        }

        @Test
        void whenAValueIsExactlyAnHourOld_thenItIsOutside() {
            assertThat(judge(90_000, 1000, 1000, 1000, 1000, 1000, 1000).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenThereAreTwoRuns_thenItIsUnknownWithTheReason() {
            Verdict verdict = judge(9000, 9000);

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.calculation().toString()).contains("2 runs with LCP in the window; at least 3 required");
        }
    }
}
