package dev.tidemark.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TotalBlockingTimeTest {

    @Nested
    class GivenFcpAt1000AndTtiAt5000 {

        private double tbt(Span... tasks) {
            return TotalBlockingTime.of(List.of(tasks), 1_000, 5_000);
        }

        @Test
        void whenATaskLasts50_thenNothingBlocks() {
            assertThat(tbt(new Span(2_000, 2_050))).isZero();
        }

        @Test
        void whenATaskLasts51_thenOneMillisecondBlocks() {
            assertThat(tbt(new Span(2_000, 2_051))).isEqualTo(1);
        }

        @Test
        void whenATaskIsHalfBeforeFcp_thenItIsClippedBeforeThe50AreTakenOff() {
            assertThat(tbt(new Span(900, 1_100))).isEqualTo(50);
        }

        @Test
        void whenWhatIsLeftAfterFcpIs50_thenNothingBlocks() {
            assertThat(tbt(new Span(800, 1_050))).isZero();
        }

        @Test
        void whenATaskReachesBeyondTti_thenItIsClippedThere() {
            assertThat(tbt(new Span(4_900, 5_400))).isEqualTo(50);
        }

        @Test
        void whenATaskLiesOutside_thenItDoesNotCount() {
            assertThat(tbt(new Span(0, 900), new Span(5_100, 5_900))).isZero();
        }

        @Test
        void whenThereAreSeveral_thenTheyAddUp() {
            assertThat(tbt(new Span(1_200, 1_300), new Span(2_000, 2_200), new Span(3_000, 3_060)))
                    .isEqualTo(50 + 150 + 10);
        }
    }

    @Nested
    class GivenTtiAtFcp {

        @Test
        void whenATaskSurroundsBoth_thenNothingBlocks() {
            assertThat(TotalBlockingTime.of(List.of(new Span(500, 1_500)), 1_000, 1_000))
                    .isZero();
        }
    }
}
