package dev.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.history.OutcomeCount;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnFaultCountTest {

    private static OutcomeCount count(OutcomeKind kind, long runs) {
        return new OutcomeCount(new ProbeId("shop"), LocationName.DEFAULT, kind, runs);
    }

    private static OwnFaultCount of(OutcomeCount... counts) {
        return OwnFaultCount.of(List.of(counts));
    }

    @Nested
    class GivenFaultsOfOurs {

        @Test
        void whenThereAreTwoOrThree_thenOnlyThreeAreMoreThanChance() {
            assertThat(of(count(OutcomeKind.BROWSER_CRASH, 2)).assessment()).isEqualTo(Assessment.GOOD);
            assertThat(of(count(OutcomeKind.BROWSER_CRASH, 3)).assessment()).isEqualTo(Assessment.CRITICAL);
        }

        @Test
        void whenTheyAreAShareOfTheRuns_thenFivePercentWarnAndHalfFails() {
            OutcomeCount five = count(OutcomeKind.MISSED, 5);
            assertThat(of(five, count(OutcomeKind.OK, 96)).assessment()).isEqualTo(Assessment.GOOD);
            assertThat(of(five, count(OutcomeKind.OK, 95)).assessment()).isEqualTo(Assessment.WARNING);
            assertThat(of(five, count(OutcomeKind.OK, 6)).assessment()).isEqualTo(Assessment.WARNING);
            assertThat(of(five, count(OutcomeKind.OK, 5)).assessment()).isEqualTo(Assessment.CRITICAL);
        }

        @Test
        void whenTheTargetFails_thenThatIsNoneOfThem() {
            assertThat(of(count(OutcomeKind.DNS_FAILURE, 50)).assessment()).isEqualTo(Assessment.GOOD);
        }

        @Test
        void whenNothingRan_thenNothingIsKnown() {
            assertThat(of().assessment()).isEqualTo(Assessment.UNKNOWN);
        }

        @Test
        void whenTheyAreTold_thenEachKindHasItsNumber() {
            OwnFaultCount count =
                    of(count(OutcomeKind.BROWSER_LAUNCH, 4), count(OutcomeKind.MISSED, 2), count(OutcomeKind.OK, 4));

            assertThat(count.headline()).isEqualTo("6 of 10 runs lost by faults of our own");
            assertThat(count.lines())
                    .containsExactly("browser launch: 4 in the last half hour", "missed: 2 in the last half hour");
        }
    }
}
