package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoiseDetectorTest {

    private final NoiseDetector calm = new NoiseDetector();

    private boolean isDisturbed(double... benchmarks) {
        PrimitiveIterator.OfDouble next = DoubleStream.of(benchmarks).iterator();
        return calm.isNoisy(() -> next.hasNext() ? next.nextDouble() : benchmarks[benchmarks.length - 1]);
    }

    @Nested
    class GivenAMachineThatReached100 {

        @Test
        void whenItReaches60_thenItIsNotNoisy() {
            isDisturbed(100);

            assertThat(isDisturbed(60)).isFalse();
        }

        @Test
        void whenItReachesLessThan60_thenItIsNoisy() {
            isDisturbed(100);

            assertThat(isDisturbed(59.9)).isTrue();
        }

        @Test
        void whenThatIsLongAgo_thenItIsIgnored() {
            isDisturbed(100);
            for (int i = 0; i < NoiseDetector.WINDOW; i++) {
                isDisturbed(50);
            }

            assertThat(isDisturbed(50)).isFalse();
        }
    }

    @Nested
    class GivenNoiseThatEndsSoon {

        @Test
        void whenTheThirdAttemptIsFast_thenItIsNotNoisy() {
            isDisturbed(100);

            assertThat(isDisturbed(10, 10, 100)).isFalse();
        }

        @Test
        void whenOnlyTheFourthWouldBeFast_thenItIsNoisy() {
            isDisturbed(100);

            assertThat(isDisturbed(10, 10, 10, 100)).isTrue();
        }
    }

    @Nested
    class GivenTheFirstBenchmark {

        @Test
        void thenThereIsNothingToCompareItWith() {
            assertThat(isDisturbed(1)).isFalse();
        }
    }
}
