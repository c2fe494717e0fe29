package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadPermitsTest {

    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final LoadPermits turns = new LoadPermits(1);

    @Nested
    class GivenAReleasedPermit {

        private final LoadPermits.LoadPermit turn = given();

        private LoadPermits.LoadPermit given() {
            LoadPermits.LoadPermit taken = turns.acquire();
            taken.close();
            return taken;
        }

        @Test
        void whenItIsReacquired_thenNobodyElseHasOne() {
            turn.reacquire(PATIENCE);

            assertThat(turns.isAvailable()).isFalse();
        }

        @Test
        void whenAnotherHasIt_thenTheWaitTimesOutWithoutAPermit() {
            LoadPermits.LoadPermit other = turns.acquire();

            assertThat(turn.reacquire(PATIENCE)).isGreaterThanOrEqualTo(PATIENCE);
            turn.close();

            assertThat(turns.isAvailable()).isFalse();
            other.close();
            assertThat(turns.isAvailable()).isTrue();
        }

        @Test
        void whenItIsReleasedTwice_thenThereIsOnePermit() {
            turn.close();
            turns.acquire();

            assertThat(turns.isAvailable()).isFalse();
        }
    }

    @Nested
    class GivenAnAcquiredPermit {

        @Test
        void whenItIsReacquired_thenThereIsNoWait() {
            LoadPermits.LoadPermit turn = turns.acquire();
            turn.reacquire(PATIENCE);
            turn.close();

            assertThat(turns.isAvailable()).isTrue();
        }
    }
}
