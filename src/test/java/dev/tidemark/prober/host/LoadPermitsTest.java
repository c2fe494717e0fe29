package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadPermitsTest {

    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final LoadPermits turns = new LoadPermits(1);

    @Nested
    class GivenATurnThatWasGivenBack {

        private final LoadPermits.LoadPermit turn = given();

        private LoadPermits.LoadPermit given() {
            LoadPermits.LoadPermit taken = turns.take();
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
            LoadPermits.LoadPermit other = turns.take();

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
            LoadPermits.LoadPermit turn = turns.take();
            turn.again(PATIENCE);
            turn.close();

            assertThat(turns.isFree()).isTrue();
        }
    }
}
