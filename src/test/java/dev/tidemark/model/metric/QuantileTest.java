package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuantileTest {

    @Nested
    class GivenFourUnsortedValues {

        private final double[] values = {40, 10, 30, 20};

        @Test
        void whenTheMedianIsQueried_thenItLiesBetweenTheMiddleTwo() {
            assertThat(Statistic.MEDIAN.of(values)).isEqualTo(25);
        }

        @Test
        void whenP75IsQueried_thenItIsInterpolatedAsPercentileContDoes() {
            assertThat(Statistic.P75.of(values)).isEqualTo(32.5);
            assertThat(Statistic.P95.of(values)).isCloseTo(38.5, within(1e-9));
        }

        @Test
        void whenTheEndsAreQueried_thenTheyAreValues() {
            assertThat(Statistic.MIN.of(values)).isEqualTo(10);
            assertThat(Statistic.MAX.of(values)).isEqualTo(40);
            assertThat(Statistic.MEAN.of(values)).isEqualTo(25);
        }

        @Test
        void whenItIsQueried_thenTheArrayStaysAsItWas() {
            Statistic.P90.of(values);

            assertThat(values).containsExactly(40, 10, 30, 20);
        }
    }

    @Nested
    class GivenNoValues {

        @Test
        void whenAStatisticIsQueried_thenItIsRefused() {
            assertThatThrownBy(() -> Statistic.P75.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Statistic.MEAN.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class GivenAStatisticsLabel {

        @Test
        void whenItIsKnown_thenItIsReadInLowerCase() {
            assertThat(Statistic.parse("p75")).isEqualTo(Statistic.P75);
        }

        @Test
        void whenItIsUnknown_thenTheMessageListsKnownOnes() {
            assertThatThrownBy(() -> Statistic.parse("p80"))
                    .hasMessageContaining("p80")
                    .hasMessageContaining("p75, p90");
        }
    }
}
