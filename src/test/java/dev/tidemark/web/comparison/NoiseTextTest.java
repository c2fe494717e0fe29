package dev.tidemark.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.analysis.trend.NormalVariation;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.storage.run.HistoryFixture;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoiseTextTest {

    private static Significance of(double difference, double[]... segments) {
        return NoiseText.of(Metric.LCP, difference, NormalVariation.of(segments));
    }

    @Nested
    class GivenFourRunsAroundEach {

        private final double[] before = {860, 870, 850, 865};
        private final double[] after = {2_150, 2_140, 2_160, 2_155};

        @Test
        void whenTheDifferenceIsFarBeyondTheirVariation_thenItIsLikely() {
            Significance found = of(1_290, before, after);

            assertThat(found.certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(found.explanation()).hasToString("too few runs to be sure (2 more needed)");
        }

        @Test
        void whenTheDifferenceIsNot_thenItIsUnknown() {
            Significance found = of(30, before, after);

            assertThat(found.certainty()).isEqualTo(Certainty.UNKNOWN);
            assertThat(found.explanation())
                    .hasToString("too few nearby runs to estimate the normal variation (2 more needed)");
        }
    }

    @Nested
    class GivenNoOtherRuns {

        @Test
        void whenTwoRunsDiffer_thenItIsUnknown() {
            Significance found = of(1_290, new double[] {860}, new double[] {2_150});

            assertThat(found.certainty()).isEqualTo(Certainty.UNKNOWN);
            assertThat(found.explanation()).asString().contains("(8 more needed)");
        }

        @Test
        void whenTheSamplesOfEachRunHaveTheSameBytes_thenBytesAreComparedExactly() {
            SampleValues samples = new SampleValues(
                    List.of(HistoryFixture.good("BYTES", 170_000), HistoryFixture.good("BYTES", 170_000)),
                    List.of(HistoryFixture.good("BYTES", 170_001), HistoryFixture.good("BYTES", 170_001)));

            assertThat(samples.areConstant(Metric.of("BYTES"))).isTrue();
            assertThat(NoiseText.exact(1).certainty()).isEqualTo(Certainty.SIGNIFICANT);
            assertThat(NoiseText.exact(0).certainty()).isEqualTo(Certainty.WITHIN_NOISE);
        }

        @Test
        void whenTheyDiffer_thenTheyAreNot() {
            SampleValues samples = new SampleValues(
                    List.of(HistoryFixture.good("BYTES", 170_000), HistoryFixture.good("BYTES", 170_100)),
                    List.of(HistoryFixture.good("BYTES", 170_001), HistoryFixture.good("BYTES", 170_001)));

            assertThat(samples.areConstant(Metric.of("BYTES"))).isFalse();
        }

        @Test
        void whenTimesAreTheSame_thenTheyMayStillVary() {
            SampleValues samples = new SampleValues(
                    List.of(HistoryFixture.good("LCP", 900), HistoryFixture.good("LCP", 900)),
                    List.of(HistoryFixture.good("LCP", 910), HistoryFixture.good("LCP", 910)));

            assertThat(samples.areConstant(Metric.LCP)).isFalse();
        }
    }

    @Nested
    class GivenRunsThatDoNotVary {

        @Test
        void whenTheDifferenceIsOne_thenItIsSignificant() {
            assertThat(of(1, new double[] {5, 5, 5}, new double[] {6, 6, 6}).certainty())
                    .isEqualTo(Certainty.SIGNIFICANT);
        }
    }
}
