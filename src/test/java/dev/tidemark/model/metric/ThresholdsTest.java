package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.FormFactor.DESKTOP;
import static dev.tidemark.model.metric.FormFactor.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

    private static String rating(String metric, double value, FormFactor formFactor) {
        return Thresholds.rate(new Measurement(Metric.of(metric), value), formFactor)
                .map(Rating::label)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "LCP, 2499, 2500, 2501, 4000, 4001",
        "INP, 199, 200, 201, 500, 501",
        "CLS, 0.09, 0.1, 0.11, 0.25, 0.26",
        "CLS_ALL_FRAMES, 0.09, 0.1, 0.11, 0.25, 0.26",
        "FCP, 1799, 1800, 1801, 3000, 3001",
        "TTFB, 799, 800, 801, 1800, 1801"
    })
    void whenAFieldMetricIsRated_thenTheTableIsTheSameOnEveryDevice(
            String metric, double below, double good, double above, double poor, double beyond) {
        for (FormFactor device : FormFactor.values()) {
            assertThat(rating(metric, below, device)).isEqualTo("good");
            assertThat(rating(metric, good, device)).isEqualTo("good");
            assertThat(rating(metric, above, device)).isEqualTo("needs-improvement");
            assertThat(rating(metric, poor, device)).isEqualTo("needs-improvement");
            assertThat(rating(metric, beyond, device)).isEqualTo("poor");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TTI, MOBILE, 3785, 7300",
        "TBT, MOBILE, 200, 600",
        "SI, MOBILE, 3387, 5800",
        "TTI, DESKTOP, 2468, 4500",
        "TBT, DESKTOP, 150, 350",
        "SI, DESKTOP, 1311, 2300"
    })
    void whenALabMetricIsRated_thenTheFormFactorDecides(String metric, String device, double good, double poor) {
        FormFactor formFactor = FormFactor.valueOf(device.toUpperCase(Locale.ROOT));

        assertThat(rating(metric, good, formFactor)).isEqualTo("good");
        assertThat(rating(metric, good + 1, formFactor)).isEqualTo("needs-improvement");
        assertThat(rating(metric, poor, formFactor)).isEqualTo("needs-improvement");
        assertThat(rating(metric, poor + 1, formFactor)).isEqualTo("poor");
    }

    @Nested
    class GivenAPerformanceScore {

        @Test
        void whenItIsRated_thenTheBandsAreLighthouses() {
            assertThat(rating("SCORE", 0.90, MOBILE)).isEqualTo("good");
            assertThat(rating("SCORE", 0.89, MOBILE)).isEqualTo("needs-improvement");
            assertThat(rating("SCORE", 0.50, DESKTOP)).isEqualTo("needs-improvement");
            assertThat(rating("SCORE", 0.49, DESKTOP)).isEqualTo("poor");
        }
    }

    @Nested
    class GivenAMetricWithoutOfficialThresholds {

        @Test
        void whenItIsRated_thenThereIsNoRating() {
            assertThat(rating("BYTES", 1, MOBILE)).isEqualTo("none");
        }
    }
}
