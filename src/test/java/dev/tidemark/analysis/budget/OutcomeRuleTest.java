package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRuleTest {

    private static final Instant END = Runs.START;
    private static final Duration MONTH = Duration.ofDays(30);

    private static Limit limit(Metric metric, Bound bound) {
        return new Limit(metric, Statistic.MEDIAN, bound, Severity.CRITICAL, 1, 1, Optional.of(MONTH));
    }

    private static OutcomeTally full(long counted, long failed) {
        return new OutcomeTally(counted, failed, 0, Optional.of(END.minus(MONTH)));
    }

    @Nested
    class GivenAnUptimeOf9995OverAFullMonth {

        private final Limit limit = limit(Metric.UPTIME, new Bound.Min(99.95));

        @ParameterizedTest
        @CsvSource({"2000, 1, PASS", "2000, 2, FAIL", "1999, 1, FAIL", "8640, 4, PASS", "8640, 5, FAIL"})
        void whenSoManyFailed_thenTheThresholdItselfPasses(long counted, long failed, VerdictKind kind) {
            assertThat(OutcomeRule.evaluate(limit, full(counted, failed), END).kind())
                    .isEqualTo(kind);
        }

        @Test
        void whenItFails_thenItShowsItsCalculation() {
            assertThat(OutcomeRule.evaluate(limit, full(8640, 5), END)
                            .calculation()
                            .toString())
                    .isEqualTo("5 of 8640 runs failed in 30 d: uptime 99.94 %, minimum 99.95 %;"
                            + " error budget of 4.3 failures, exhausted");
        }

        @Test
        void whenOneOfAMonthFailed_thenTheRestOfTheErrorBudgetIsReported() {
            assertThat(OutcomeRule.evaluate(limit, full(8640, 1), END)
                            .calculation()
                            .toString())
                    .endsWith("error budget of 4.3 failures, 76 % left");
        }

        @Test
        void whenThereWereMonitorFailures_thenTheyAreNamedAndNotCounted() {
            OutcomeTally tally = new OutcomeTally(8640, 0, 17, Optional.of(END.minus(MONTH)));

            assertThat(OutcomeRule.evaluate(limit, tally, END).calculation().toString())
                    .isEqualTo("0 of 8640 runs failed in 30 d: uptime 100 %, minimum 99.95 %;"
                            + " error budget of 4.3 failures, 100 % left;"
                            + " 17 runs excluded (maintenance or monitor failure)");
        }

        @Test
        void whenNoRunCounts_thenItIsUnknownWithTheReason() {
            Verdict verdict = OutcomeRule.evaluate(limit, new OutcomeTally(0, 0, 3, Optional.of(END)), END);

            assertThat(verdict.kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(verdict.calculation().toString())
                    .isEqualTo("No counted runs in 30 d; 3 runs excluded (maintenance or monitor failure)");
        }
    }

    @Nested
    class GivenAnUptimeOf9995AndOnlyThreeDaysOfRuns {

        private final Limit limit = limit(Metric.UPTIME, new Bound.Min(99.95));

        private Verdict judge(long failed) {
            return OutcomeRule.evaluate(
                    limit, new OutcomeTally(864, failed, 0, Optional.of(END.minus(Duration.ofDays(3)))), END);
        }

        @Test
        void whenNoneFailed_thenItPasses() {
            assertThat(judge(0).kind()).isEqualTo(VerdictKind.PASS);
        }

        @Test
        void whenAFewFailed_thenTheShareMayStillHoldSoItIsUnknown() {
            assertThat(judge(4).kind()).isEqualTo(VerdictKind.UNKNOWN);
            assertThat(judge(4).calculation().toString())
                    .endsWith("the window is not complete yet, so the budget may still hold");
        }

        @Test
        void whenMoreFailedThanTheWholeMonthAllows_thenItFails() {
            assertThat(judge(5).kind()).isEqualTo(VerdictKind.FAIL);
        }
    }

    @Nested
    class GivenAtMostOnePercentOfFailedRuns {

        private final Limit limit = limit(Metric.ERRORS, new Bound.Max(1));

        @ParameterizedTest
        @CsvSource({"100, 1, PASS", "100, 2, FAIL", "99, 1, FAIL"})
        void whenSoManyFailed_thenTheThresholdItselfPasses(long counted, long failed, VerdictKind kind) {
            assertThat(OutcomeRule.evaluate(limit, full(counted, failed), END).kind())
                    .isEqualTo(kind);
        }
    }

    @Nested
    class GivenAnErrorBudget {

        private final Limit limit = limit(Metric.UPTIME, new Bound.Min(99.9));

        @Test
        void whenTwoPerThousandFailOfLate_thenItBurnsTwiceAsFastAsAllowed() {
            assertThat(ErrorBudget.burnRate(full(1000, 2), limit)).isCloseTo(2, within(1e-9));
        }

        @Test
        void whenHalfOfItIsSpent_thenHalfIsLeft() {
            assertThat(ErrorBudget.of(limit, full(10_000, 5), END).remaining()).isCloseTo(0.5, within(1e-6));
        }

        @Test
        void whenNothingMayFail_thenTheFirstFailureOverspendsIt() {
            Limit never = limit(Metric.UPTIME, new Bound.Min(100));

            assertThat(ErrorBudget.of(never, full(100, 0), END).remaining()).isEqualTo(1);
            assertThat(ErrorBudget.of(never, full(100, 1), END).remaining()).isNegative();
        }
    }
}
