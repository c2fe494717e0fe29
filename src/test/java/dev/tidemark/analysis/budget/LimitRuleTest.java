package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitRuleTest {

    private static Limit limit(Metric metric, Bound bound, int breaches, int of) {
        return new Limit(metric, Statistic.MEDIAN, bound, Severity.CRITICAL, breaches, of, Optional.empty());
    }

    @Nested
    class GivenAtMost2500MsInEachRun {

        private final Limit limit = limit(Metric.LCP, new Bound.Max(2500), 1, 1);

        @ParameterizedTest
        @CsvSource({"2499.9, PASS", "2500, PASS", "2500.1, FAIL"})
        void whenTheNewestRunIsThere_thenTheThresholdItselfPasses(double lcp, VerdictKind kind) {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(lcp)).kind()).isEqualTo(kind);
        }

        @Test
        void whenAnOlderRunWasSlow_thenOnlyTheNewestCounts() {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(2400, 9000)).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenThereIsNoRun_thenItIsUnknown() {
            Verdict verdict = LimitRule.evaluate(limit, List.of());

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.value()).isEmpty();
            assertThat(verdict.calculation().toString()).isEqualTo("No value of LCP: no successful run yet");
        }

        @Test
        void whenTheMetricIsAbsent_thenItIsUnknownWithTheReason() {
            Verdict verdict = LimitRule.evaluate(limit, List.of(Runs.without(Metric.LCP, "nothing was painted")));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.calculation().toString()).isEqualTo("No value of LCP: nothing was painted");
        }

        @ParameterizedTest
        @EnumSource(names = "OK", mode = EnumSource.Mode.EXCLUDE)
        void whenANewerRunFailed_thenItDoesNotCount(OutcomeType kind) {
            List<Run> runs = Stream.concat(Stream.of(Runs.failed(kind)), Runs.lcp(2600).stream())
                    .toList();

            assertThat(LimitRule.evaluate(limit, runs).kind()).isEqualTo(VerdictKind.FAIL);
        }
    }

    @Nested
    class GivenAtLeastAScoreOf09 {

        @ParameterizedTest
        @CsvSource({"0.899, FAIL", "0.9, PASS", "0.901, PASS"})
        void whenTheNewestRunIsThere_thenLessFails(double bound, VerdictKind kind) {
            Limit limit = limit(Metric.LCP, new Bound.Min(900), 1, 1);

            assertThat(LimitRule.evaluate(limit, Runs.lcp(bound * 1000)).kind()).isEqualTo(kind);
        }
    }

    @Nested
    class GivenTwoOfThree {

        private final Limit limit = limit(Metric.LCP, new Bound.Max(2500), 2, 3);

        @Test
        void whenTwoExceedIt_thenItFailsAndShowsItsCalculation() {
            Verdict verdict = LimitRule.evaluate(limit, Runs.lcp(2400, 2610, 2700.25));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.FAIL);
            assertThat(verdict.calculation().toString())
                    .isEqualTo("2 of the last 3 runs over 2.50 s: 2.40 s, 2.61 s, 2.70 s");
        }

        @Test
        void whenItFailsButTheNewestIsGood_thenTheValueIsTheNewestThatExceedsIt() {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(2400, 2610, 2700)).value())
                    .hasValue(2610);
        }

        @Test
        void whenOneExceedsIt_thenItPasses() {
            Verdict verdict = LimitRule.evaluate(limit, Runs.lcp(2610, 2400, 2300));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS);
            assertThat(verdict.calculation().toString())
                    .isEqualTo("1 of the last 3 runs over 2.50 s: 2.61 s, 2.40 s, 2.30 s (over budget at 2 of 3)");
        }

        @Test
        void whenThereAreTwoRunsAndBothExceedIt_thenItFails() {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(2610, 2700)).kind()).isEqualTo(VerdictKind.FAIL);
        }

        @Test
        void whenThereAreTwoGoodRuns_thenItPasses() {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(2400, 2300)).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenOneOfTwoExceedsIt_thenItIsUnknown() {
            Verdict verdict = LimitRule.evaluate(limit, Runs.lcp(2610, 2300));

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.calculation().toString())
                    .endsWith("2.61 s, 2.30 s (over budget at 2 of 3); too few runs for a verdict");
        }

        @Test
        void whenTheThirdLastIsOlderThanThat_thenItDoesNotCount() {
            assertThat(LimitRule.evaluate(limit, Runs.lcp(2610, 2300, 2300, 9000))
                            .kind())
                    .isEqualTo(VerdictKind.PASS);
        }
    }
}
