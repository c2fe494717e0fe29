package dev.tidemark.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.trend.ChangeWatch.Direction;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {
    private static double[] usual() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> 1_000 + 50 * Math.sin(i));
        return values;
    }

    @Nested
    class GivenAUsualCourse {
        private final ChangeWatch watch = ChangeWatch.usual(usual());

        @Test
        void whenItGoesOn_thenThereIsNoSuspicion() {
            assertThat(watch.suspicion(usual(), Direction.UP)).isEmpty();
            assertThat(watch.suspicion(usual(), Direction.DOWN)).isEmpty();
        }

        @Test
        void whenOneRunIsTenTimesAsSlow_thenThereIsNoSuspicion() {
            double[] runs = usual();
            runs[50] = 10_000;

            assertThat(watch.suspicion(runs, Direction.UP)).isEmpty();
        }

        @Test
        void whenItGetsAFifthSlower_thenThereIsASuspicionInOneDirectionOnly() {
            double[] runs = {1_200, 1_200, 1_200};

            assertThat(watch.suspicion(runs, Direction.UP)).isPresent();
            assertThat(watch.suspicion(runs, Direction.DOWN)).isEmpty();
            assertThat(watch.confirms(runs, Direction.UP)).isTrue();
            assertThat(watch.confirms(runs, Direction.DOWN)).isFalse();
        }
    }

    @Nested
    class GivenValuesWithoutAnySpread {
        @Test
        void whenAByteMoreComes_thenThatIsNoChange() {
            double[] same = new double[60];
            Arrays.fill(same, 50_000);
            double[] runs = {50_001, 50_001, 50_001, 50_001, 50_001, 50_001};

            assertThat(ChangeWatch.usual(same).suspicion(runs, Direction.UP)).isEmpty();
        }

        @Test
        void whenAllAreZero_thenAnythingElseIsAChange() {
            assertThat(ChangeWatch.usual(new double[60]).suspicion(new double[] {5, 5, 5}, Direction.UP))
                    .isPresent();
        }
    }

    @Nested
    class GivenTheSimulation {
        @Test
        void whenAFifthIsAdded_thenItIsFoundWithinThreeRuns() {
            assertThat(new ChangeSimulation(7, 0.05, 0).found(1.2, 3, 2_000).confirmed())
                    .isGreaterThan(0.95);
        }

        @Test
        void whenNothingChangesForTwoThousandDays_thenAtMostTwoAlarmsAreFalse() {
            assertThat(new ChangeSimulation(7, 0.05, 0).falseAlarms(2_000).alarms())
                    .isLessThanOrEqualTo(2);
        }
    }
}
