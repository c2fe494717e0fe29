package dev.tidemark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalmTest {

    private final Calm calm = new Calm();

    @Nested
    class GivenAMachineThatOnceMade100 {

        @Test
        void whenItMakes60_thenItIsCalm() {
            calm.isDisturbed(100);

            assertThat(calm.isDisturbed(60)).isFalse();
        }

        @Test
        void whenItMakesLessThan60_thenItIsDisturbed() {
            calm.isDisturbed(100);

            assertThat(calm.isDisturbed(59.9)).isTrue();
        }

        @Test
        void whenThatIsLongAgo_thenItIsForgotten() {
            calm.isDisturbed(100);
            for (int i = 0; i < Calm.REMEMBERED; i++) {
                calm.isDisturbed(50);
            }

            assertThat(calm.isDisturbed(50)).isFalse();
        }
    }

    @Nested
    class GivenTheFirstBenchmark {

        @Test
        void thenThereIsNothingToCompareItWith() {
            assertThat(calm.isDisturbed(1)).isFalse();
        }
    }
}
