package dev.tidemark.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NormalVariationTest {

    /** Alternates around a level by the given amount. */
    private static double[] swinging(int runs, double level, double by) {
        return IntStream.range(0, runs).mapToDouble(i -> level + (i % 2) * by).toArray();
    }

    @Nested
    class GivenAStepBetweenTwoPeriods {

        @Test
        void whenBothVaryByTen_thenTheStepIsBeyondNoiseAndTheVariationIsNot() {
            NormalVariation noise = NormalVariation.of(swinging(15, 1_000, 10), swinging(15, 2_000, 10))
                    .orElseThrow();

            assertThat(noise.pairs()).isEqualTo(28);
            assertThat(noise.p95()).isEqualTo(10);
            assertThat(noise.isExceededBy(-1_000)).isTrue();
            assertThat(noise.isExceededBy(10)).isFalse();
        }
    }

    @Nested
    class GivenAStepWithinAPeriod {

        @Test
        void whenItIsOneOfManyPairs_thenItIsNotNormalVariation() {
            double[] stretch = IntStream.range(0, 30)
                    .mapToDouble(i -> i < 15 ? 1_000 : 2_000)
                    .toArray();

            assertThat(NormalVariation.of(stretch).orElseThrow().p95()).isLessThan(1_000);
        }
    }

    @Nested
    class GivenFewRuns {

        @Test
        void whenThereAreEightPairs_thenTheLargestDifferenceWithAMarginCounts() {
            NormalVariation noise = NormalVariation.of(swinging(9, 1_000, 100)).orElseThrow();

            assertThat(noise.isExceededBy(120)).isFalse();
            assertThat(noise.isExceededBy(121)).isTrue();
        }

        @Test
        void whenThereAreSeven_thenOneMoreRunIsNeeded() {
            NormalVariation noise = NormalVariation.of(swinging(8, 1_000, 100)).orElseThrow();

            assertThat(noise.runsNeeded()).isOne();
            assertThat(noise.isProbablyExceededBy(240)).isFalse();
            assertThat(noise.isProbablyExceededBy(241)).isTrue();
        }

        @Test
        void whenThereIsOnePair_thenNothingIsLikely() {
            assertThat(NormalVariation.of(swinging(2, 1_000, 100)).orElseThrow().isProbablyExceededBy(10_000))
                    .isFalse();
        }

        @Test
        void whenThereIsOneRun_thenThereIsNoResult() {
            assertThat(NormalVariation.of(swinging(1, 1_000, 100))).isEmpty();
        }
    }
}
