package dev.tidemark.alerting.incident;

import static dev.tidemark.model.metric.Metric.FCP;
import static dev.tidemark.model.metric.Metric.INP;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static dev.tidemark.model.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BudgetAssessorTest {

    private static ConditionLevel assess(Set<String> before, Verdict... verdicts) {
        return BudgetAssessor.of(List.of(verdicts), before).level();
    }

    private static Set<String> keys(Verdict... verdicts) {
        return BudgetAssessor.of(List.of(verdicts), Set.of()).overBudget();
    }

    @Nested
    class GivenNoOpenIncident {

        @Test
        void whenACriticalAndAWarningLimitFail_thenItIsCritical() {
            assertThat(assess(Set.of(), Verdicts.broken(LCP, WARNING), Verdicts.broken(FCP, CRITICAL)))
                    .isEqualTo(ConditionLevel.CRITICAL);
        }

        @Test
        void whenOnlyAWarningLimitFails_thenItIsAWarning() {
            assertThat(assess(Set.of(), Verdicts.broken(LCP, WARNING), Verdicts.kept(LCP, CRITICAL)))
                    .isEqualTo(ConditionLevel.WARNING);
        }

        @Test
        void whenOnePassesAndOneIsUnknown_thenItIsGood() {
            assertThat(assess(Set.of(), Verdicts.kept(LCP, CRITICAL), Verdicts.unknown(INP, WARNING)))
                    .isEqualTo(ConditionLevel.GOOD);
        }

        @Test
        void whenAllAreUnknown_thenNothingIsReported() {
            assertThat(assess(Set.of(), Verdicts.unknown(INP, WARNING))).isEqualTo(ConditionLevel.UNKNOWN);
        }

        @Test
        void whenThereAreNoLimits_thenNothingIsReported() {
            assertThat(assess(Set.of())).isEqualTo(ConditionLevel.GOOD);
        }
    }

    @Nested
    class GivenAnOpenCriticalIncident {

        private final Set<String> before = keys(Verdicts.broken(LCP, CRITICAL));

        @Test
        void whenTheVerdictIsUnknown_thenTheStateStaysCritical() {
            BudgetAssessor now =
                    BudgetAssessor.of(List.of(Verdicts.unknown(LCP, CRITICAL), Verdicts.kept(FCP, CRITICAL)), before);

            assertThat(now.level()).isEqualTo(ConditionLevel.UNKNOWN);
            assertThat(now.overBudget()).isEqualTo(before);
        }

        @Test
        void whenItIsUnknownAndAWarningLimitFails_thenItDoesNotEase() {
            assertThat(assess(before, Verdicts.unknown(LCP, CRITICAL), Verdicts.broken(FCP, WARNING)))
                    .isEqualTo(ConditionLevel.UNKNOWN);
        }

        @Test
        void whenItPasses_thenItIsGoodAlthoughAnotherOneIsUnknown() {
            BudgetAssessor now =
                    BudgetAssessor.of(List.of(Verdicts.kept(LCP, CRITICAL), Verdicts.unknown(INP, WARNING)), before);

            assertThat(now.level()).isEqualTo(ConditionLevel.GOOD);
            assertThat(now.overBudget()).isEmpty();
        }

        @Test
        void whenAllLimitsAreRemoved_thenItIsGood() {
            assertThat(assess(before)).isEqualTo(ConditionLevel.GOOD);
        }
    }
}
