package dev.tidemark.reporting.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpikeAssessmentTest {

    /** 1.8 s ± 40 ms: the median absolute deviation is 20 ms, so deviations up to 90 ms are normal. */
    private static final double[] CALM =
            IntStream.range(0, 20).mapToDouble(i -> 1_760 + 20 * (i % 5)).toArray();

    @Nested
    class GivenANormalValue {
        @Test
        void whenItIsAtTheEdgeOfTheNoise_thenItIsNormal() {
            assertThat(spike(1_890).text())
                    .hasToString("LCP is normal: the median of the previous 20 runs is 1.80 s (1.76 s to 1.84 s).");
            assertThat(spike(1_890).rating()).isEqualTo("good");
        }

        @Test
        void whenItIsBeyondTheEdge_thenItIsNot() {
            assertThat(spike(1_891).text()).asString().startsWith("LCP is 1.1 times its normal value");
        }
    }

    @Nested
    class GivenAValueOfTwiceTheNormalOne {
        @Test
        void whenNoRunFollowed_thenTheNextOneDecides() {
            assertThat(spike(3_600).text())
                    .asString()
                    .endsWith("There is no later run yet, so it is not known whether this persists.");
            assertThat(spike(3_600).rating()).isEqualTo("needs-improvement");
        }

        @Test
        void whenTheNextRunsAreNormal_thenItIsASingleSpike() {
            assertThat(spike(3_600, 1_800, 1_820, 1_790).text())
                    .asString()
                    .contains("2.0 times its normal value")
                    .endsWith("Single spike: the next 3 runs were back at 1.80 s.");
        }

        @Test
        void whenMostOfTheNextRunsAreSimilar_thenItPersists() {
            assertThat(spike(3_600, 3_500, 3_600, 1_800).text())
                    .asString()
                    .endsWith("It persists: 2 of the next 3 runs show it too.");
            assertThat(spike(3_600, 3_500, 3_600, 1_800).rating()).isEqualTo("poor");
        }

        @Test
        void whenTheNextRunsDeviateInTheOtherDirection_thenTheyAreIgnored() {
            assertThat(spike(3_600, 900).text()).asString().contains("Single spike");
        }

        @Test
        void whenOneOfItsSamplesWasNormal_thenThatIsStated() {
            SpikeAssessment spike =
                    new SpikeAssessment(Metric.LCP, 3_600, CALM, new double[0], new double[] {1_800, 3_600, 3_700});

            assertThat(spike.text()).asString().endsWith("2 of 3 samples show it.");
        }
    }

    @Nested
    class GivenFewerThanFiveRunsBefore {
        @Test
        void whenItIsAssessed_thenThereIsNoStatement() {
            SpikeAssessment spike =
                    new SpikeAssessment(Metric.LCP, 9_000, new double[] {1, 2, 3, 4}, new double[0], new double[0]);

            assertThat(spike.text()).asString().startsWith("Not enough data").endsWith("there are 4.");
            assertThat(spike.rating()).isEqualTo("none");
        }
    }

    private static SpikeAssessment spike(double value, double... after) {
        return new SpikeAssessment(Metric.LCP, value, CALM, after, new double[0]);
    }
}
