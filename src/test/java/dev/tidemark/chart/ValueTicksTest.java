package dev.tidemark.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValueTicksTest {

    @Nested
    class GivenValuesThatReachFarDown {
        @Test
        void whenTheAxisIsMade_thenItBeginsAtZeroInRoundSteps() {
            assertThat(ValueTicks.over(800, 2300, 5).ticks())
                    .containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0);
        }
    }

    @Nested
    class GivenValuesCloseToEachOther {
        @Test
        void whenTheAxisIsMade_thenItBeginsBelowTheLowest() {
            ValueTicks ticks = ValueTicks.over(1900, 2000, 5);

            assertThat(ticks.low()).isEqualTo(1900);
            assertThat(ticks.high()).isEqualTo(2000);
        }
    }

    @Nested
    class GivenValuesThatAreAllTheSame {
        @Test
        void whenTheAxisIsMade_thenItBeginsAtZeroAndNoTickIsThereTwice() {
            ValueTicks ticks = ValueTicks.over(0.121, 0.121, 5);

            assertThat(ticks.low()).isZero();
            assertThat(ticks.ticks()).hasSizeBetween(4, 7).doesNotHaveDuplicates();
        }
    }

    @Nested
    class GivenNothingButZero {
        @Test
        void whenTheAxisIsMade_thenItHasALength() {
            ValueTicks ticks = ValueTicks.over(0, 0, 5);

            assertThat(ticks.high()).isGreaterThan(ticks.low());
        }
    }
}
