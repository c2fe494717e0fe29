package dev.tidemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadTurnsTest {

    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final LoadTurns turns = new LoadTurns(1);

    @Nested
    class GivenATurnThatWasGivenBack {

        private final LoadTurns.Turn turn = given();

        private LoadTurns.Turn given() {
            LoadTurns.Turn taken = turns.take();
            taken.close();
            return taken;
        }

        @Test
        void whenItIsWantedAgain_thenNobodyElseHasOne() {
            turn.again(PATIENCE);

            assertThat(turns.isFree()).isFalse();
        }

        @Test
        void whenAnotherHasIt_thenTheWaitEndsWithout() {
            LoadTurns.Turn other = turns.take();

            assertThat(turn.again(PATIENCE)).isGreaterThanOrEqualTo(PATIENCE);
            turn.close();

            assertThat(turns.isFree()).isFalse();
            other.close();
            assertThat(turns.isFree()).isTrue();
        }

        @Test
        void whenItIsGivenBackTwice_thenThereIsOneAllTheSame() {
            turn.close();
            turns.take();

            assertThat(turns.isFree()).isFalse();
        }
    }

    @Nested
    class GivenATurnThatIsHeld {

        @Test
        void whenItIsWantedAgain_thenThereIsNoWait() {
            LoadTurns.Turn turn = turns.take();
            turn.again(PATIENCE);
            turn.close();

            assertThat(turns.isFree()).isTrue();
        }
    }
}
