package dev.tidemark.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Verifies the rates in the manual, with few enough simulated days for every build. */
class SimulationTest {
    private static final int SERIES = 350;

    private static int alarms(ChangeSimulation simulation, int days, double scatter) {
        return IntStream.range(0, days)
                .map(day -> simulation
                        .play(ChangeSimulation.RUNS_PER_DAY, 1, scatter)
                        .alarms())
                .sum();
    }

    private static double told(ChangeSimulation simulation, double step, int within) {
        int times = 1_000;
        return IntStream.range(0, times)
                        .filter(time -> simulation.play(within, step, 1).confirmed())
                        .count()
                / (double) times;
    }

    @Nested
    class GivenIndependentNoiseWithSpikes {
        private final ChangeSimulation simulation =
                new ChangeSimulation(Noise.spiky(new Random(11), 0.05, 0.01), SeriesBaseline.LEVEL_RUNS, SERIES);

        @Test
        void whenNothingChangesForAThousandDays_thenAtMostOneAlarmIsFalse() {
            assertThat(alarms(simulation, 1_000, 1)).isLessThanOrEqualTo(1);
        }

        @Test
        void whenItIncreasesByATenth_thenItIsReportedWithinSixRuns() {
            assertThat(told(simulation, 1.1, 6)).isGreaterThanOrEqualTo(0.94);
        }

        @Test
        void whenItIncreasesByAFifth_thenItIsReportedWithinThreeRuns() {
            assertThat(told(simulation, 1.2, 3)).isGreaterThanOrEqualTo(0.98);
        }

        @Test
        void whenItDecreasesByATenth_thenThatIsReportedToo() {
            assertThat(told(simulation, 0.9, 6)).isGreaterThanOrEqualTo(0.94);
        }

        @Test
        void whenOnlyTheSpreadDoubles_thenAlarmsAreRare() {
            assertThat(alarms(simulation, 500, 2)).isLessThanOrEqualTo(15);
        }
    }

    @Nested
    class GivenADailyPattern {
        private final ChangeSimulation simulation = new ChangeSimulation(
                Noise.daily(new Random(12), 0.05, 0.2), 14 * ChangeSimulation.RUNS_PER_DAY, SERIES);

        @Test
        void whenDaysPass_thenMorningsRaiseNoAlarm() {
            assertThat(alarms(simulation, 100, 1)).isLessThanOrEqualTo(1);
        }
    }

    @Nested
    class GivenValuesWithoutAnySpread {
        private final ChangeSimulation simulation =
                new ChangeSimulation(Noise.plain(new Random(13), 0), SeriesBaseline.LEVEL_RUNS, SERIES);

        @Test
        void whenTheyGrowByLessThanTheRelevantDifference_thenThatIsNoChange() {
            assertThat(simulation.play(ChangeSimulation.RUNS_PER_DAY, 1.005, 1).suspicions())
                    .isZero();
        }

        @Test
        void whenTheyGrowByMore_thenItIsReportedWithinThreeRuns() {
            assertThat(simulation.play(3, 1.1, 1).confirmed()).isTrue();
        }
    }
}
