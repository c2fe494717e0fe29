package dev.tidemark.alert;

import static dev.tidemark.measurement.Metric.FCP;
import static dev.tidemark.measurement.Metric.INP;
import static dev.tidemark.measurement.Metric.LCP;
import static dev.tidemark.probe.Severity.CRITICAL;
import static dev.tidemark.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.budget.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BudgetAssessmentTest {

    private static Assessment assess(Set<String> before, Verdict... verdicts) {
        return BudgetAssessment.of(List.of(verdicts), before).assessment();
    }

    private static Set<String> keys(Verdict... verdicts) {
        return BudgetAssessment.of(List.of(verdicts), Set.of()).broken();
    }

    @Nested
    class GivenNothingWasBroken {

        @Test
        void whenACriticalAndAWarningLimitAreBroken_thenItIsCritical() {
            assertThat(assess(Set.of(), Verdicts.broken(LCP, WARNING), Verdicts.broken(FCP, CRITICAL)))
                    .isEqualTo(Assessment.CRITICAL);
        }

        @Test
        void whenOnlyAWarningLimitIsBroken_thenItIsAWarning() {
            assertThat(assess(Set.of(), Verdicts.broken(LCP, WARNING), Verdicts.kept(LCP, CRITICAL)))
                    .isEqualTo(Assessment.WARNING);
        }

        @Test
        void whenOneIsKeptAndOneIsNeverKnown_thenItIsGood() {
            assertThat(assess(Set.of(), Verdicts.kept(LCP, CRITICAL), Verdicts.unknown(INP, WARNING)))
                    .isEqualTo(Assessment.GOOD);
        }

        @Test
        void whenAllAreUnknown_thenNothingIsSaid() {
            assertThat(assess(Set.of(), Verdicts.unknown(INP, WARNING))).isEqualTo(Assessment.UNKNOWN);
        }

        @Test
        void whenThereAreNoLimits_thenNoneCanBeBroken() {
            assertThat(assess(Set.of())).isEqualTo(Assessment.GOOD);
        }
    }

    @Nested
    class GivenACriticalLimitWasBroken {

        private final Set<String> before = keys(Verdicts.broken(LCP, CRITICAL));

        @Test
        void whenItIsUnknownNow_thenNothingIsSaidAndItStaysBroken() {
            BudgetAssessment now =
                    BudgetAssessment.of(List.of(Verdicts.unknown(LCP, CRITICAL), Verdicts.kept(FCP, CRITICAL)), before);

            assertThat(now.assessment()).isEqualTo(Assessment.UNKNOWN);
            assertThat(now.broken()).isEqualTo(before);
        }

        @Test
        void whenItIsUnknownAndAWarningLimitIsBroken_thenItDoesNotEase() {
            assertThat(assess(before, Verdicts.unknown(LCP, CRITICAL), Verdicts.broken(FCP, WARNING)))
                    .isEqualTo(Assessment.UNKNOWN);
        }

        @Test
        void whenItIsKept_thenItIsGoodAlthoughAnotherOneIsUnknown() {
            BudgetAssessment now =
                    BudgetAssessment.of(List.of(Verdicts.kept(LCP, CRITICAL), Verdicts.unknown(INP, WARNING)), before);

            assertThat(now.assessment()).isEqualTo(Assessment.GOOD);
            assertThat(now.broken()).isEmpty();
        }

        @Test
        void whenAllLimitsWereTakenAway_thenItIsGood() {
            assertThat(assess(before)).isEqualTo(Assessment.GOOD);
        }
    }
}
