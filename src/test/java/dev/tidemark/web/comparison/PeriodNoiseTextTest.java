package dev.tidemark.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.model.metric.Metric;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodNoiseTextTest {

    private static final Metric LCP = Metric.LCP;
    private static final Metric BYTES = Metric.of("BYTES");

    private static double[] runs(double... values) {
        return values;
    }

    private static void assertSignificance(Significance found, Certainty certainty, String explanation) {
        assertThat(found.certainty()).isEqualTo(certainty);
        assertThat(found.explanation()).hasToString(explanation);
    }

    @Nested
    class GivenAPageThatTakesTwiceAsLong {

        @Test
        void whenThereAreFourRunsEach_thenItIsLikelyAndOneMoreRunEachIsNeeded() {
            assertSignificance(
                    PeriodNoiseText.of(LCP, runs(860, 870, 880, 850), runs(2_150, 2_170, 2_140, 2_160)),
                    Certainty.LIKELY,
                    "too few runs to be sure (3 more needed in period B)");
        }

        @Test
        void whenTheMissingRunsAreThere_thenItIsSignificant() {
            assertThat(PeriodNoiseText.of(
                                    LCP,
                                    runs(860, 870, 880, 850),
                                    runs(2_150, 2_170, 2_140, 2_160, 2_151, 2_161, 2_141))
                            .certainty())
                    .isEqualTo(Certainty.SIGNIFICANT);
        }

        @Test
        void whenThereAreTwoRunsEach_thenItIsLikelyAndEachPeriodNeedsThreeMore() {
            assertSignificance(
                    PeriodNoiseText.of(LCP, runs(860, 870), runs(2_150, 2_170)),
                    Certainty.LIKELY,
                    "too few runs to be sure (3 more needed in each period)");
        }

        @Test
        void whenThreeRunsVaryMoreThanTheGapButAllExceedTwentyBefore_thenItIsLikely() {
            double[] before = new double[20];
            Arrays.setAll(before, i -> 40 + i % 5);

            assertSignificance(
                    PeriodNoiseText.of(LCP, before, runs(1_300, 2_630, 2_900)),
                    Certainty.LIKELY,
                    "too few runs to be sure (1 more needed in period B)");
        }

        @Test
        void whenThereIsOneRunEach_thenNothingIsKnown() {
            assertSignificance(
                    PeriodNoiseText.of(LCP, runs(860), runs(2_150)),
                    Certainty.UNKNOWN,
                    "too few runs (4 more needed in each period)");
        }
    }

    @Nested
    class GivenRunsThatOverlap {

        @Test
        void whenThereAreMany_thenTheDifferenceIsNoise() {
            assertSignificance(
                    PeriodNoiseText.of(LCP, runs(860, 990, 880, 930, 900), runs(890, 980, 870, 940, 910)),
                    Certainty.WITHIN_NOISE,
                    "the values of both periods overlap (5 vs. 5 runs)");
        }

        @Test
        void whenTheGapIsSmallerThanTheVariation_thenThreeRunsAreTooFew() {
            assertThat(PeriodNoiseText.of(LCP, runs(860, 990, 880), runs(1_000, 1_080, 1_010))
                            .certainty())
                    .isEqualTo(Certainty.UNKNOWN);
        }
    }

    @Nested
    class GivenARoundedScore {

        @Test
        void whenItIsConstantWithinBothPeriods_thenTwoRunsAreStillTooFew() {
            assertThat(PeriodNoiseText.of(Metric.SCORE, runs(1, 1), runs(0.92, 0.92))
                            .certainty())
                    .isEqualTo(Certainty.LIKELY);
        }
    }

    @Nested
    class GivenAPageWhoseBytesDoNotVary {

        @Test
        void whenOneByteIsAdded_thenItIsSignificantWithTwoRunsEach() {
            assertSignificance(
                    PeriodNoiseText.of(BYTES, runs(170_000, 170_000), runs(170_001, 170_001)),
                    Certainty.SIGNIFICANT,
                    "no variation within either period (2 vs. 2 runs)");
        }

        @Test
        void whenNothingIsAdded_thenItIsTheSame() {
            assertSignificance(
                    PeriodNoiseText.of(BYTES, runs(170_000, 170_000), runs(170_000, 170_000, 170_000)),
                    Certainty.WITHIN_NOISE,
                    "the same in all runs (2 vs. 3 runs)");
        }

        @Test
        void whenThereIsOnlyOneRunOfAPeriod_thenItMayVary() {
            assertThat(PeriodNoiseText.of(BYTES, runs(170_000, 170_000), runs(170_001))
                            .certainty())
                    .isEqualTo(Certainty.UNKNOWN);
        }
    }
}
