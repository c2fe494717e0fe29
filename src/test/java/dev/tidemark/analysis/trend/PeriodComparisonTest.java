package dev.tidemark.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodComparisonTest {
    private static double[] runs(long seed, int count, double level) {
        Random random = new Random(seed);
        double[] runs = new double[count];
        Arrays.setAll(runs, i -> level * Math.exp(0.05 * random.nextGaussian()));
        return runs;
    }

    @Nested
    class GivenTwoPeriodsOfTheSamePage {
        @Test
        void whenTheyAreCompared_thenTheDifferenceIsNoise() {
            PeriodComparison comparison = PeriodComparison.of(runs(1, 200, 1_000), runs(2, 200, 1_000))
                    .orElseThrow();

            assertThat(comparison.isBeyondNoise()).isFalse();
            assertThat(comparison.low()).isNegative();
            assertThat(comparison.high()).isPositive();
        }
    }

    @Nested
    class GivenAPageThatGotATwentiethSlower {
        private final PeriodComparison comparison = PeriodComparison.of(runs(1, 1_000, 1_000), runs(2, 1_000, 1_050))
                .orElseThrow();

        @Test
        void whenItIsCompared_thenTheDifferenceIsBeyondNoiseAndItsIntervalContainsTheTrueValue() {
            assertThat(comparison.isBeyondNoise()).isTrue();
            assertThat(comparison.difference()).isEqualTo(50, Offset.offset(10.0));
            assertThat(50.0).isBetween(comparison.low(), comparison.high());
            assertThat(comparison.effect()).isBetween(0.4, 0.65);
            assertThat(comparison.laterRuns()).isEqualTo(1_000);
        }
    }

    @Nested
    class GivenOneSpikeAmongEqualRuns {
        @Test
        void whenItIsCompared_thenItMakesNoDifference() {
            double[] later = runs(2, 20, 1_000);
            later[3] = 60_000;

            assertThat(PeriodComparison.of(runs(1, 20, 1_000), later)
                            .orElseThrow()
                            .isBeyondNoise())
                    .isFalse();
        }
    }

    @Nested
    class GivenRunsWhoseProbabilityIsKnown {
        /** As R's {@code wilcox.test(x, y, exact = FALSE, correct = FALSE)} and formerly Commons Math 3 have it. */
        @Test
        void whenTheyAreCompared_thenItIsTheSame() {
            double[] earlier = {1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7};
            double[] later = {3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0};

            assertThat(PeriodComparison.of(earlier, later).orElseThrow().probability())
                    .isEqualTo(0.04764542558436173, Offset.offset(1e-9));
        }

        @Test
        void whenAllAreEqual_thenNothingChanged() {
            double[] equal = {5, 5, 5, 5};

            PeriodComparison comparison = PeriodComparison.of(equal, equal).orElseThrow();

            assertThat(comparison.probability()).isEqualTo(1);
            assertThat(comparison.isBeyondNoise()).isFalse();
        }
    }

    @Nested
    class GivenTooFewRuns {
        @Test
        void whenTheyAreCompared_thenThereIsNoResult() {
            assertThat(PeriodComparison.of(new double[] {1, 2, 3}, new double[] {9, 9, 9, 9}))
                    .isEmpty();
        }
    }
}
