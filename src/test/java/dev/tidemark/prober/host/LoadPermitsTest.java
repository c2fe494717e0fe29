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
            LoadPermits.LoadPermit taken = turns.acquire();
            taken.close();
            return taken;
        }

        @Test
        void whenItIsWantedAgain_thenNobodyElseHasOne() {
            turn.reacquire(PATIENCE);

            assertThat(turns.isAvailable()).isFalse();
        }

        @Test
        void whenAnotherHasIt_thenTheWaitEndsWithout() {
            LoadPermits.LoadPermit other = turns.acquire();

            assertThat(turn.reacquire(PATIENCE)).isGreaterThanOrEqualTo(PATIENCE);
            turn.close();

            assertThat(turns.isAvailable()).isFalse();
            other.close();
            assertThat(turns.isAvailable()).isTrue();
        }

        @Test
        void whenItIsGivenBackTwice_thenThereIsOneAllTheSame() {
            turn.close();
            turns.acquire();

            assertThat(turns.isAvailable()).isFalse();
        }
    }

    @Nested
    class GivenATurnThatIsHeld {

        @Test
        void whenItIsWantedAgain_thenThereIsNoWait() {
            LoadPermits.LoadPermit turn = turns.acquire();
            turn.reacquire(PATIENCE);
            turn.close();

            assertThat(turns.isAvailable()).isTrue();
        }
    }
}
