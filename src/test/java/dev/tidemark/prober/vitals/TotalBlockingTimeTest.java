package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TotalBlockingTimeTest {

    @Nested
    class GivenFcpAt1000AndTtiAt5000 {

        private double tbt(TimeSpan... tasks) {
            return TotalBlockingTime.of(List.of(tasks), 1_000, 5_000);
        }

        @Test
        void whenATaskLasts50_thenNothingBlocks() {
            assertThat(tbt(new TimeSpan(2_000, 2_050))).isZero();
        }

        @Test
        void whenATaskLasts51_thenOneMillisecondBlocks() {
            assertThat(tbt(new TimeSpan(2_000, 2_051))).isEqualTo(1);
        }

        @Test
        void whenATaskIsHalfBeforeFcp_thenItIsClippedBeforeThe50AreTakenOff() {
            assertThat(tbt(new TimeSpan(900, 1_100))).isEqualTo(50);
        }

        @Test
        void whenWhatIsLeftAfterFcpIs50_thenNothingBlocks() {
            assertThat(tbt(new TimeSpan(800, 1_050))).isZero();
        }

        @Test
        void whenATaskEndsAfterTti_thenItIsClippedThere() {
            assertThat(tbt(new TimeSpan(4_900, 5_400))).isEqualTo(50);
        }

        @Test
        void whenATaskLiesOutside_thenItDoesNotCount() {
            assertThat(tbt(new TimeSpan(0, 900), new TimeSpan(5_100, 5_900))).isZero();
        }

        @Test
        void whenThereAreSeveral_thenTheyAddUp() {
            assertThat(tbt(new TimeSpan(1_200, 1_300), new TimeSpan(2_000, 2_200), new TimeSpan(3_000, 3_060)))
                    .isEqualTo(50 + 150 + 10);
        }
    }

    @Nested
    class GivenTtiAtFcp {

        @Test
        void whenATaskSurroundsBoth_thenNothingBlocks() {
            assertThat(TotalBlockingTime.of(List.of(new TimeSpan(500, 1_500)), 1_000, 1_000))
                    .isZero();
        }
    }
}
