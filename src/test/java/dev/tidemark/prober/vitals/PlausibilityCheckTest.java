package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlausibilityCheckTest {

    private static Measurement at(Metric metric, double millis) {
        return new Measurement(metric, millis);
    }

    @Nested
    class GivenAFirstContentfulPaintAt500 {

        private boolean holds(Measurement other) {
            return PlausibilityCheck.holds(List.of(at(Metric.FCP, 500), other), 6_000);
        }

        @Test
        void whenLcpIsEarlierThanRoundingExplains_thenMetricsAreUntrusted() {
            assertThat(holds(at(Metric.LCP, 484))).isTrue();
            assertThat(holds(at(Metric.LCP, 483))).isFalse();
        }

        @Test
        void whenTheFirstByteIsAfterThePaint_thenMetricsAreUntrusted() {
            assertThat(holds(at(Metric.TTFB, 516))).isTrue();
            assertThat(holds(at(Metric.TTFB, 517))).isFalse();
        }

        @Test
        void whenLoadIsAfterTheEndOfTheObservation_thenMetricsAreUntrusted() {
            assertThat(holds(at(Metric.LOAD, 8_000))).isTrue();
            assertThat(holds(at(Metric.LOAD, 8_001))).isFalse();
        }
    }
}
