package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkActivityTest {

    private final NetworkActivity network = new NetworkActivity();

    private void start(String id, String method, String type, String priority, double at) {
        network.started(id, new NetworkActivity.Request(method, "https://x.test/" + id, type, priority, at));
    }

    private void low(String id, double at) {
        start(id, "GET", "Image", "Low", at);
    }

    @Nested
    class GivenRequestsOfLowPriority {

        @Test
        void whenTwoAreInFlight_thenItIsQuiet() {
            low("a", 10);
            low("b", 20);

            assertThat(network.quietSince()).hasValue(0);
        }

        @Test
        void whenThreeAreInFlight_thenItIsNot() {
            low("a", 10);
            low("b", 20);
            low("c", 30);

            assertThat(network.quietSince()).isEmpty();
        }

        @Test
        void whenTheThirdEnds_thenItIsQuietSinceThen() {
            low("a", 10);
            low("b", 20);
            low("c", 30);
            network.ended("c", 200, false, 400);

            assertThat(network.quietSince()).hasValue(400);
        }
    }

    @Nested
    class GivenOneRequestOfHighPriority {

        @Test
        void whenItIsInFlight_thenItIsNotQuiet() {
            start("a", "GET", "Fetch", "High", 10);

            assertThat(network.quietSince()).isEmpty();
        }

        @Test
        void whenItIsLowered_thenItIsQuietSinceThen() {
            start("a", "GET", "Image", "High", 10);
            network.priorityChanged("a", "Low", 90);

            assertThat(network.quietSince()).hasValue(90);
        }

        @Test
        void whenItIsAnEventStream_thenItIsIgnored() {
            start("a", "GET", "EventSource", "High", 10);

            assertThat(network.quietSince()).hasValue(0);
        }
    }

    @Nested
    class GivenAFetchWhoseBodyIsNotRead {

        @BeforeEach
        void answer() {
            start("a", "POST", "Fetch", "High", 10);
            network.responded("a", 200);
        }

        @Test
        void whenNothingArrivedFor10S_thenItIsQuietFromThenOn() {
            assertThat(network.quietSince(10_199, 10_000)).isEmpty();
            assertThat(network.quietSince(10_200, 10_000)).hasValue(10_200);
        }

        @Test
        void whenAPartArrivedLater_thenThe10SBeginThere() {
            network.responded("a", 5_000);

            assertThat(network.quietSince(14_999, 10_000)).isEmpty();
            assertThat(network.quietSince(15_000, 10_000)).hasValue(15_000);
        }

        @Test
        void whenAnotherEndedLater_thenItIsQuietSinceThen() {
            start("b", "GET", "Script", "High", 9_000);
            assertThat(network.quietSince(11_000, 10_000)).isEmpty();

            network.ended("b", 200, false, 11_500);

            assertThat(network.quietSince(12_000, 10_000)).hasValue(11_500);
        }

        @Test
        void whenItEnds_thenItIsQuietSinceThen() {
            network.ended("a", 200, false, 300);

            assertThat(network.quietSince(400, 10_000)).hasValue(300);
        }

        @Test
        void whenItHasNoResponseYet_thenItIsNotQuiet() {
            start("c", "GET", "Fetch", "High", 20);

            assertThat(network.quietSince(40_000, 10_000)).isEmpty();
        }

        @Test
        void whenItIsNoFetch_thenItIsNotQuiet() {
            start("c", "GET", "Image", "High", 20);
            network.responded("c", 30);

            assertThat(network.quietSince(40_000, 10_000)).isEmpty();
        }
    }

    @Nested
    class GivenRequestsThatLighthouseIgnores {

        @Test
        void whenARequestFailed_thenItDoesNotCount() {
            low("a", 10);
            network.ended("a", 0, true, 90);

            assertThat(network.counted()).isEmpty();
        }

        @Test
        void whenItsStatusWas399_thenItCounts() {
            low("a", 10);
            network.ended("a", 399, false, 90);

            assertThat(network.counted()).containsExactly(new TimeSpan(10, 90));
        }

        @Test
        void whenItsStatusWas400_thenItDoesNotCount() {
            low("a", 10);
            network.ended("a", 400, false, 90);

            assertThat(network.counted()).isEmpty();
        }

        @Test
        void whenItIsAPost_thenItDoesNotCount() {
            start("a", "POST", "Fetch", "High", 10);
            network.ended("a", 200, false, 90);

            assertThat(network.counted()).isEmpty();
        }

        @Test
        void whenItNeverEnds_thenItDoesNotCount() {
            low("a", 10);

            assertThat(network.counted()).isEmpty();
        }

        @Test
        void whenItIsNoNetworkUrl_thenItIsIgnored() {
            network.started("a", new NetworkActivity.Request("GET", "data:text/css,", "Stylesheet", "High", 10));

            assertThat(network.quietSince()).hasValue(0);
        }
    }

    @Nested
    class GivenARedirect {

        @Test
        void whenTheSameIdStartsAgain_thenBothHopsCount() {
            low("a", 10);
            low("a", 50);
            network.ended("a", 200, false, 90);

            assertThat(network.counted()).containsExactly(new TimeSpan(10, 50), new TimeSpan(50, 90));
        }
    }
}
