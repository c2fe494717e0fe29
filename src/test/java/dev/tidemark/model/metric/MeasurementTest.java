package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.001, 3_600_001})
    void whenAValueIsImplausible_thenThereIsNoMeasurement(double value) {
        assertThat(Measurement.ifPlausible(Metric.LCP, value)).isEmpty();
        assertThatThrownBy(() -> new Measurement(Metric.LCP, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3_600_000})
    void whenAValueIsPlausible_thenThereIsAMeasurement(double value) {
        assertThat(new Measurement(Metric.LCP, value).value()).isEqualTo(value);
    }

    @Nested
    class GivenAUserTiming {

        @Test
        void whenItIsAnHour_thenItIsPlausibleAndLongerIsNot() {
            assertThat(Measurement.ifPlausible(Metric.of("MARK:x"), 3_600_000)).isPresent();
            assertThat(Measurement.ifPlausible(Metric.of("MARK:x"), 3_600_001)).isEmpty();
        }
    }

    @Nested
    class GivenTwoOfTheSameMetric {

        @Test
        void whenTheyAreGathered_thenTheLaterStays() {
            Measurements both =
                    Measurements.of(List.of(new Measurement(Metric.LCP, 1), new Measurement(Metric.LCP, 2)));

            assertThat(both.find(Metric.LCP)).contains(new Measurement(Metric.LCP, 2));
            assertThat(both.stream()).hasSize(1);
        }
    }
}
