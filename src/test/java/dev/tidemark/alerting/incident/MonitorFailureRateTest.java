package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.OutcomeCount;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MonitorFailureRateTest {

    private static OutcomeCount count(OutcomeType kind, long runs) {
        return new OutcomeCount(new ProbeId("shop"), LocationName.DEFAULT, kind, runs);
    }

    private static MonitorFailureRate of(OutcomeCount... counts) {
        return MonitorFailureRate.of(List.of(counts));
    }

    @Nested
    class GivenMonitorFailures {

        @Test
        void whenThereAreTwoOrThree_thenOnlyThreeCount() {
            assertThat(of(count(OutcomeType.BROWSER_CRASH, 2)).level()).isEqualTo(ConditionLevel.GOOD);
            assertThat(of(count(OutcomeType.BROWSER_CRASH, 3)).level()).isEqualTo(ConditionLevel.CRITICAL);
        }

        @Test
        void whenTheyAreAShareOfTheRuns_thenFivePercentIsAWarningAndHalfIsAFailure() {
            OutcomeCount five = count(OutcomeType.MISSED, 5);
            assertThat(of(five, count(OutcomeType.OK, 96)).level()).isEqualTo(ConditionLevel.GOOD);
            assertThat(of(five, count(OutcomeType.OK, 95)).level()).isEqualTo(ConditionLevel.WARNING);
            assertThat(of(five, count(OutcomeType.OK, 6)).level()).isEqualTo(ConditionLevel.WARNING);
            assertThat(of(five, count(OutcomeType.OK, 5)).level()).isEqualTo(ConditionLevel.CRITICAL);
        }

        @Test
        void whenTheTargetFails_thenItIsNotCounted() {
            assertThat(of(count(OutcomeType.DNS_FAILURE, 50)).level()).isEqualTo(ConditionLevel.GOOD);
        }

        @Test
        void whenThereAreNoRuns_thenTheStateIsUnknown() {
            assertThat(of().level()).isEqualTo(ConditionLevel.UNKNOWN);
        }

        @Test
        void whenTheyAreReported_thenEachTypeHasItsCount() {
            MonitorFailureRate count =
                    of(count(OutcomeType.BROWSER_LAUNCH, 4), count(OutcomeType.MISSED, 2), count(OutcomeType.OK, 4));

            assertThat(count.headline()).isEqualTo("6 of 10 runs lost to monitor failures");
            assertThat(count.lines())
                    .containsExactly(
                            "browser launch: 4 runs in the last 30 minutes", "missed: 2 runs in the last 30 minutes");
        }
    }
}
