package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceScoreTest {

    private static OptionalDouble score(Map<Metric, Double> values, FormFactor formFactor) {
        List<Measurement> all = values.entrySet().stream()
                .map(entry -> new Measurement(entry.getKey(), entry.getValue()))
                .toList();
        return PerformanceScore.of(Measurements.of(all), formFactor)
                .map(one -> OptionalDouble.of(one.value()))
                .orElse(OptionalDouble.empty());
    }

    private static Map<Metric, Double> values(double fcp, double si, double lcp, double tbt, double cls) {
        return Map.of(Metric.FCP, fcp, Metric.SI, si, Metric.LCP, lcp, Metric.TBT, tbt, Metric.CLS, cls);
    }

    @ParameterizedTest
    @CsvSource({"1800, 0.90", "2400, 0.71", "3000, 0.50", "1000, 1.00", "0, 1.00"})
    void whenTheCurveIs1800And3000_thenItScoresAsLighthouseDoes(double value, double score) {
        assertThat(new ScoreCurve(1800, 3000).score(value)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"1801, 0.89", "2999, 0.50", "3001, 0.49"})
    void whenAValueIsOneBesideAControlPoint_thenItStaysInItsBand(double value, double score) {
        assertThat(new ScoreCurve(1800, 3000).score(value)).isEqualTo(score);
    }

    @Test
    void whenTbtOnADesktopIs300_thenItScores59() {
        assertThat(ScoreCurve.of(Metric.TBT, FormFactor.DESKTOP).score(300)).isEqualTo(0.59);
    }

    @Nested
    class GivenEveryMetricAtItsMedian {

        @Test
        void whenItIsMobile_thenTheScoreIsOneHalf() {
            assertThat(score(values(3000, 5800, 4000, 600, 0.25), FormFactor.MOBILE))
                    .hasValue(0.5);
        }

        @Test
        void whenItIsADesktop_thenTheScoreIsOneHalf() {
            assertThat(score(values(1600, 2300, 2400, 350, 0.25), FormFactor.DESKTOP))
                    .hasValue(0.5);
        }
    }

    @Nested
    class GivenOneMetricAtItsMedianAndTheOthersPerfect {

        @Test
        void whenItIsTbt_thenHalfOf30IsLost() {
            assertThat(score(values(1, 1, 1, 600, 0), FormFactor.MOBILE)).hasValue(0.85);
        }

        @Test
        void whenItIsFcp_thenHalfOf10IsLost() {
            assertThat(score(values(3000, 1, 1, 0, 0), FormFactor.MOBILE)).hasValue(0.95);
        }
    }

    @Nested
    class GivenAMetricThatIsAbsent {

        @Test
        void whenItIsSi_thenThereIsNoScore() {
            assertThat(score(
                            Map.of(Metric.FCP, 1.0, Metric.LCP, 1.0, Metric.TBT, 0.0, Metric.CLS, 0.0),
                            FormFactor.MOBILE))
                    .isEmpty();
        }
    }
}
