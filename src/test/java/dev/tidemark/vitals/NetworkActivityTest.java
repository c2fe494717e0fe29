package dev.tidemark.vitals;

import static org.assertj.core.api.Assertions.assertThat;

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
        void whenItIsAnEventStream_thenNobodyWaitsForIt() {
            start("a", "GET", "EventSource", "High", 10);

            assertThat(network.quietSince()).hasValue(0);
        }
    }

    @Nested
    class GivenWhatLighthouseLeavesOut {

        @Test
        void whenARequestFailed_thenItDoesNotCount() {
            low("a", 10);
            network.ended("a", 0, true, 90);

            assertThat(network.counted()).isEmpty();
        }

        @Test
        void whenItWasAnswered399_thenItCounts() {
            low("a", 10);
            network.ended("a", 399, false, 90);

            assertThat(network.counted()).containsExactly(new Span(10, 90));
        }

        @Test
        void whenItWasAnswered400_thenItDoesNotCount() {
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
        void whenItIsNoNetworkAddress_thenItIsNotSeen() {
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

            assertThat(network.counted()).containsExactly(new Span(10, 50), new Span(50, 90));
        }
    }
}
