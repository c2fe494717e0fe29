package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTicksTest {

    @Nested
    class GivenValuesWithALargeRange {
        @Test
        void whenTheAxisIsCreated_thenItBeginsAtZeroInRoundSteps() {
            assertThat(ValueTicks.over(800, 2300, 5).ticks())
                    .containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0);
        }
    }

    @Nested
    class GivenValuesCloseToEachOther {
        @Test
        void whenTheAxisIsCreated_thenItBeginsBelowTheLowest() {
            ValueTicks ticks = ValueTicks.over(1900, 2000, 5);

            assertThat(ticks.low()).isEqualTo(1900);
            assertThat(ticks.high()).isEqualTo(2000);
        }
    }

    @Nested
    class GivenValuesThatAreAllTheSame {
        @Test
        void whenTheAxisIsCreated_thenItBeginsAtZeroWithoutDuplicateTicks() {
            ValueTicks ticks = ValueTicks.over(0.121, 0.121, 5);

            assertThat(ticks.low()).isZero();
            assertThat(ticks.ticks()).hasSizeBetween(4, 7).doesNotHaveDuplicates();
        }
    }

    @Nested
    class GivenValuesBelowTheSmallestFormattedOne {
        @ParameterizedTest
        @CsvSource({
            "TTFB, 0.8",
            "TBT, 3",
            "CLS, 0.003",
            "CLS, 0.021",
            "REQUESTS, 2",
            "SCORE, 1",
            "LCP, 10260",
            "BYTES, 12400"
        })
        void whenTheAxisIsCreated_thenNoTwoTicksHaveTheSameLabel(String metric, double highest) {
            Metric of = Metric.of(metric);

            List<String> labels = ValueTicks.over(of, 0.95 * highest, highest, 5).ticks().stream()
                    .map(tick -> MetricFormat.of(of, tick))
                    .toList();

            assertThat(labels).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        }

        @Test
        void whenAllAreWithinAMillisecond_thenTheAxisIsOneMillisecond() {
            assertThat(ValueTicks.over(Metric.TTFB, 0.1, 0.8, 5).ticks()).containsExactly(0.0, 1.0);
        }
    }

    @Nested
    class GivenNothingButZero {
        @Test
        void whenTheAxisIsCreated_thenItHasALength() {
            ValueTicks ticks = ValueTicks.over(0, 0, 5);

            assertThat(ticks.high()).isGreaterThan(ticks.low());
        }
    }
}
