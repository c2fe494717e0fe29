package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.result.LayoutShift;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CumulativeLayoutShiftTest {

    private static LayoutShift shift(double at, double value) {
        return new LayoutShift(value, at, Optional.empty(), false);
    }

    private static double cls(LayoutShift... shifts) {
        return CumulativeLayoutShift.of(List.of(shifts));
    }

    @Nested
    class GivenNoShift {

        @Test
        void whenItIsSummed_thenItIsZero() {
            assertThat(cls()).isZero();
        }
    }

    @Nested
    class GivenTwoShifts {

        @Test
        void whenTheyAre999Apart_thenTheyShareAWindow() {
            assertThat(cls(shift(1_000, 0.1), shift(1_999, 0.2))).isCloseTo(0.3, within(1e-12));
        }

        @Test
        void whenTheyAre1000Apart_thenTheLargerCounts() {
            assertThat(cls(shift(1_000, 0.2), shift(2_000, 0.1))).isEqualTo(0.2);
        }

        @Test
        void whenTheyAre1001Apart_thenTheLargerCounts() {
            assertThat(cls(shift(1_000, 0.1), shift(2_001, 0.2))).isEqualTo(0.2);
        }

        @Test
        void whenOneIsRightAfterInput_thenItDoesNotCount() {
            assertThat(cls(shift(1_000, 0.1), new LayoutShift(0.5, 1_100, Optional.empty(), true)))
                    .isEqualTo(0.1);
        }

        @Test
        void whenTheyAreReportedInTheWrongOrder_thenTheirTimeCounts() {
            assertThat(cls(shift(1_500, 0.1), shift(1_000, 0.2))).isCloseTo(0.3, within(1e-12));
        }
    }

    @Nested
    class GivenAShiftOfOneTenthEvery900Ms {

        private double after(int shifts) {
            return CumulativeLayoutShift.of(IntStream.range(0, shifts)
                    .mapToObj(n -> shift(n * 900.0, 0.1))
                    .toList());
        }

        @Test
        void whenTheLastIs4500AfterTheFirst_thenAllSixShareAWindow() {
            assertThat(after(6)).isCloseTo(0.6, within(1e-12));
        }

        @Test
        void whenTheLastIs5400AfterTheFirst_thenItOpensAnotherWindow() {
            assertThat(after(7)).isCloseTo(0.6, within(1e-12));
        }
    }

    @Nested
    class GivenAWindowOfShifts {

        private double lastAt(double at) {
            return cls(
                    shift(0, 0.1),
                    shift(990, 0.1),
                    shift(1_980, 0.1),
                    shift(2_970, 0.1),
                    shift(3_960, 0.1),
                    shift(4_500, 0.1),
                    shift(at, 0.1));
        }

        @Test
        void whenItsSpanIs4999_thenTheLastStillJoins() {
            assertThat(lastAt(4_999)).isCloseTo(0.7, within(1e-12));
        }

        @Test
        void whenItsSpanWouldBe5000_thenTheLastIsAlone() {
            assertThat(lastAt(5_000)).isCloseTo(0.6, within(1e-12));
        }
    }
}
