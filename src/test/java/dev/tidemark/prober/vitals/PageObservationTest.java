package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When an observation is complete. */
class PageObservationTest {

    private final PageObservation observation = new PageObservation();
    private final CollectorMessages page = new CollectorMessages(observation).hello();

    @Nested
    class GivenAPageThatLoadedAt900AndPaintedAt500 {

        private final CollectorMessages loaded = page.loads(100, 600, 900).paints(500);

        @Test
        void when5sAndALittleHavePassedSinceLoad_thenItIsFinished() {
            assertThat(observation.isFinished(5_999)).isFalse();
            assertThat(observation.isFinished(6_000)).isTrue();
        }

        @Test
        void whenALongTaskEndsAt3000_thenTheWaitBeginsThere() {
            loaded.works(2_800, 200);

            assertThat(observation.isFinished(8_099)).isFalse();
            assertThat(observation.isFinished(8_100)).isTrue();
        }

        @Test
        void whenARequestOfHighPriorityIsInFlight_thenItWaitsForIt() {
            observation.requestStarted("a", "GET", "https://x.test/a", "Fetch", "High", 700);
            assertThat(observation.isFinished(20_000)).isFalse();

            observation.requestEnded("a", 200, false, 14_000);
            assertThat(observation.isFinished(19_099)).isFalse();
            assertThat(observation.isFinished(19_100)).isTrue();
        }

        @Test
        void whenHeartbeatsStop_thenTheMainThreadIsBlockedAndItIsNotFinished() {
            loaded.beats(1_000).beats(1_500);

            assertThat(observation.isFinished(7_000)).isFalse();
        }

        @Test
        void whenAHeartbeatIsLate_thenTheWaitBeginsAgain() {
            loaded.beats(1_000).beats(6_800);
            assertThat(observation.isFinished(7_000)).isFalse();

            for (double at = 7_300; at < 12_000; at += 500) {
                loaded.beats(at);
            }
            assertThat(observation.isFinished(11_900)).isTrue();
        }
    }

    @Nested
    class GivenAPageThatNeverPaints {

        @Test
        void when10sHavePassedSinceLoad_thenItEndsByItself() {
            page.loads(100, 600, 900);

            assertThat(observation.isFinished(10_899)).isFalse();
            assertThat(observation.isFinished(10_900)).isTrue();
        }

        @Test
        void whenItPaints6sAfterLoad_then5sMoreAreObserved() {
            page.loads(100, 600, 900).paints(6_900);

            assertThat(observation.isFinished(11_999)).isFalse();
            assertThat(observation.isFinished(12_000)).isTrue();
        }
    }

    @Nested
    class GivenAPageWhoseLoadEventIsMissing {

        @Test
        void whenALongTimeHasPassed_thenItIsNotFinished() {
            page.paints(500);

            assertThat(observation.isFinished(44_000)).isFalse();
        }

        @Test
        void whenDevToolsReportsIt_thenThatCounts() {
            page.paints(500);
            observation.loaded(900);

            assertThat(observation.isFinished(6_000)).isTrue();
        }
    }

    @Nested
    class GivenMessagesOfThePage {

        @Test
        void whenTheyAreNoJson_thenTheyAreRejected() {
            assertThat(observation.accept("{")).isFalse();
            assertThat(observation.accept("[1]")).isFalse();
            assertThat(observation.accept("x".repeat(100_000))).isFalse();
        }

        @Test
        void whenTheyBelongToAPreviousDocument_thenTheyAreRejected() {
            CollectorMessages next = new CollectorMessages(observation, "1009000.0/second").hello();

            assertThat(page.says("paint", ",\"n\":\"first-contentful-paint\",\"t\":5"))
                    .isFalse();
            assertThat(next.says("paint", ",\"n\":\"first-contentful-paint\",\"t\":7"))
                    .isTrue();
        }
    }
}
