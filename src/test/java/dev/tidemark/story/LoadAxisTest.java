package dev.tidemark.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.contrast.Pages;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadAxisTest {

    private final Measurements measured = Measurements.none().and(new Measurement(Metric.LCP, 100));

    @Nested
    class GivenAShiftBehindAllElse {
        @Test
        void whenItHasAFlag_thenTheAxisReachesIt() {
            LoadAxis axis =
                    new LoadAxis(measured, Pages.page().shift("#bar", 0.02).facts());

            double shifted = axis.facts().shifts().get(0).atMillis();
            assertThat(shifted).isGreaterThan(100);
            assertThat(axis.end()).isGreaterThan(shifted);
        }

        @Test
        void whenItIsTooSmallForAFlag_thenTheAxisEndsBefore() {
            LoadAxis axis =
                    new LoadAxis(measured, Pages.page().shift("#bar", 0.0001).facts());

            assertThat(axis.end()).isLessThan(axis.facts().shifts().get(0).atMillis());
        }
    }
}
