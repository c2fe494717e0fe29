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
    class GivenAMachineThatOnceMade100 {

        @Test
        void whenItMakes60_thenItIsCalm() {
            isDisturbed(100);

            assertThat(isDisturbed(60)).isFalse();
        }

        @Test
        void whenItMakesLessThan60_thenItIsDisturbed() {
            isDisturbed(100);

            assertThat(isDisturbed(59.9)).isTrue();
        }

        @Test
        void whenThatIsLongAgo_thenItIsForgotten() {
            isDisturbed(100);
            for (int i = 0; i < NoiseDetector.WINDOW; i++) {
                isDisturbed(50);
            }

            assertThat(isDisturbed(50)).isFalse();
        }
    }

    @Nested
    class GivenADisturbanceThatIsSoonOver {

        @Test
        void whenTheThirdLookIsAsFastAsEver_thenItIsCalm() {
            isDisturbed(100);

            assertThat(isDisturbed(10, 10, 100)).isFalse();
        }

        @Test
        void whenOnlyTheFourthWouldBe_thenItIsDisturbed() {
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
