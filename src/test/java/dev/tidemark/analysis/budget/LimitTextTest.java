package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitTextTest {

    private static Limit limit(Metric metric, Statistic statistic, Bound bound, Duration window) {
        return new Limit(metric, statistic, bound, Severity.CRITICAL, 1, 1, Optional.ofNullable(window));
    }

    private static Limit lcp(Bound bound) {
        return new Limit(Metric.LCP, Statistic.MEDIAN, bound, Severity.CRITICAL, 2, 3, Optional.empty());
    }

    private static Verdict verdict(Limit limit, VerdictKind kind, double value) {
        return new Verdict(limit, kind, OptionalDouble.of(value), 3, 3, LocalizedMessage.EMPTY);
    }

    @Nested
    class GivenALimit {

        @Test
        void whenItIsOfAMetric_thenItSaysThresholdEvaluationAndSeverity() {
            assertThat(LimitText.of(lcp(new Bound.Max(2500))))
                    .hasToString("LCP ≤ 2.50 s · median, 2 of 3 runs · critical");
            assertThat(LimitText.of(limit(Metric.SCORE, Statistic.MEDIAN, new Bound.Min(0.9), null)))
                    .hasToString("Performance score ≥ 90 · median, 1 of 1 run · critical");
        }

        @Test
        void whenItHasMoreDigits_thenTheyAreShown() {
            assertThat(LimitText.condition(lcp(new Bound.Max(2512)))).hasToString("LCP ≤ 2.512 s");
        }

        @Test
        void whenItIsRelative_thenItIsAgainstTheBaseline() {
            BaselineWindow baseline = anyBaseline();

            assertThat(LimitText.condition(lcp(new Bound.Increase(20, 0, baseline))))
                    .hasToString("LCP ≤ baseline + 20 %");
            assertThat(LimitText.condition(lcp(new Bound.Increase(20, 100, baseline))))
                    .hasToString("LCP ≤ baseline + 20 % (at least 100 ms)");
            assertThat(LimitText.condition(lcp(new Bound.Decrease(2.5, 0, baseline))))
                    .hasToString("LCP ≥ baseline − 2.5 %");
        }

        @Test
        void whenItIsOfOutcomes_thenItSaysItsWindow() {
            assertThat(LimitText.of(limit(Metric.UPTIME, Statistic.MEAN, new Bound.Min(99.95), Duration.ofDays(30))))
                    .hasToString("Uptime ≥ 99.95 % · over 30 d · critical");
            assertThat(LimitText.of(limit(Metric.SILENCE, Statistic.MAX, new Bound.Max(900_000), null)))
                    .hasToString("at least one result every 15 min · checked continuously · critical");
        }

        @Test
        void whenItNeedsSeveralLocations_thenItSaysHowMany() {
            LimitScope terms = new LimitScope(OptionalInt.of(2), Optional.empty(), OptionalDouble.of(2000), "");
            Limit limit = lcp(new Bound.Max(2500)).withScope(terms);

            assertThat(LimitText.of(limit))
                    .hasToString("LCP ≤ 2.50 s · median, 2 of 3 runs, at 2 locations · critical");
            assertThat(LimitText.target(limit)).hasToString("target 2.00 s");
        }
    }

    @Nested
    class GivenAVerdict {

        @Test
        void whenItIsOverBudget_thenItSaysByHowMuchInHowManyRuns() {
            assertThat(LimitText.overBudget(verdict(lcp(new Bound.Max(2500)), VerdictKind.FAIL, 3912)))
                    .hasToString("LCP 3.91 s > 2.50 s (3 of 3 runs)");
        }

        @Test
        void whenItIsSlightlyOver_thenTheValueIsNotShownAsTheLimit() {
            assertThat(LimitText.overBudget(verdict(lcp(new Bound.Max(2500)), VerdictKind.FAIL, 2500.4)))
                    .hasToString("LCP 2.5004 s > 2.50 s (3 of 3 runs)");
        }

        @Test
        void whenItIsWithinBudget_thenItSaysValueAndLimit() {
            assertThat(LimitText.withinBudget(verdict(lcp(new Bound.Max(2500)), VerdictKind.PASS, 2104)))
                    .hasToString("LCP 2.10 s ≤ 2.50 s");
        }

        @Test
        void whenTheLimitIsRelative_thenItSaysTheDistanceFromTheBaseline() {
            Limit limit = lcp(new Bound.Increase(20, 0, anyBaseline()));
            Verdict verdict = new Verdict(
                    limit,
                    VerdictKind.FAIL,
                    OptionalDouble.of(3912),
                    2,
                    3,
                    LocalizedMessage.EMPTY,
                    Optional.of(new Bound.Max(2400)),
                    List.of());

            assertThat(LimitText.overBudget(verdict))
                    .hasToString("LCP 3.91 s > 2.40 s (2 of 3 runs, more than 20 % above the baseline)");
        }

        @Test
        void whenThereIsNoValue_thenItSaysTheLimitAlone() {
            Verdict verdict = new Verdict(
                    lcp(new Bound.Max(2500)), VerdictKind.FAIL, OptionalDouble.empty(), 2, 3, LocalizedMessage.EMPTY);

            assertThat(LimitText.overBudget(verdict)).hasToString("LCP > 2.50 s (2 of 3 runs)");
        }

        @Test
        void whenThereWasNoResult_thenItSaysForHowLong() {
            Limit silence = limit(Metric.SILENCE, Statistic.MAX, new Bound.Max(900_000), null);

            assertThat(LimitText.overBudget(verdict(silence, VerdictKind.FAIL, 1_200_000)))
                    .hasToString("no result for 20 min");
            assertThat(LimitText.withinBudget(verdict(silence, VerdictKind.PASS, 1000)))
                    .hasToString("results are arriving again");
        }
    }

    private static BaselineWindow anyBaseline() {
        return new BaselineWindow(BaselineWindow.BaselineUnit.DEPLOY, 7);
    }
}
