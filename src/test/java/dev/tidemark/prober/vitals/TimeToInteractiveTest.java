package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimeToInteractiveTest {

    private static final double END = 20_000;

    private static TimeToInteractive tti(
            double fcp, double dcl, List<TimeSpan> tasks, List<TimeSpan> requests, double end) {
        return TimeToInteractive.of(
                fcp, dcl, QuietPeriods.ofMainThread(tasks, end), QuietPeriods.ofNetwork(requests, end));
    }

    private static TimeSpan span(double start, double end) {
        return new TimeSpan(start, end);
    }

    @Nested
    class GivenAQuietPage {

        @Test
        void whenFcpComesAfterDomContentLoaded_thenItIsFcp() {
            assertThat(tti(900, 400, List.of(), List.of(), END).millis()).hasValue(900);
        }

        @Test
        void whenDomContentLoadedComesLater_thenItIsThat() {
            assertThat(tti(900, 1_400, List.of(), List.of(), END).millis()).hasValue(1_400);
        }

        @Test
        void whenALongTaskEndsAfterBoth_thenItIsTheTasksEnd() {
            assertThat(tti(900, 400, List.of(span(1_000, 1_250)), List.of(), END)
                            .millis())
                    .hasValue(1_250);
        }

        @Test
        void whenTheOnlyLongTaskIsBeforeFcp_thenItIsFcp() {
            assertThat(tti(900, 400, List.of(span(100, 300)), List.of(), END).millis())
                    .hasValue(900);
        }
    }

    @Nested
    class GivenTwoGroupsOfLongTasks {

        @Test
        void whenTheGapBetweenThemIs4999_thenItIsTheEndOfTheLater() {
            List<TimeSpan> tasks = List.of(span(1_000, 1_100), span(6_099, 6_300));

            assertThat(tti(500, 400, tasks, List.of(), END).millis()).hasValue(6_300);
        }

        @Test
        void whenTheGapBetweenThemIs5000_thenItIsTheEndOfTheEarlier() {
            List<TimeSpan> tasks = List.of(span(1_000, 1_100), span(6_100, 6_300));

            assertThat(tti(500, 400, tasks, List.of(), END).millis()).hasValue(1_100);
        }

        @Test
        void whenTheFirstGapEndsExactly5sAfterFcp_thenItDoesNotCount() {
            List<TimeSpan> tasks = List.of(span(6_000, 6_100));

            assertThat(tti(1_000, 400, tasks, List.of(), END).millis()).hasValue(6_100);
        }

        @Test
        void whenTheFirstGapEnds5001AfterFcp_thenTheTaskIsBeyondTheWindow() {
            List<TimeSpan> tasks = List.of(span(6_001, 6_100));

            assertThat(tti(1_000, 400, tasks, List.of(), END).millis()).hasValue(1_000);
        }
    }

    @Nested
    class GivenABusyNetwork {

        @Test
        void whenThreeRequestsRunUntil8s_thenTheWindowMovesButTtiMayBeEarlier() {
            List<TimeSpan> requests = List.of(span(100, 8_000), span(100, 9_000), span(100, 9_500));
            List<TimeSpan> tasks = List.of(span(2_000, 2_100), span(7_500, 7_600));

            assertThat(tti(500, 400, tasks, requests, END).millis()).hasValue(7_600);
        }

        @Test
        void whenTwoRequestsNeverPause_thenTheNetworkIsQuiet() {
            List<TimeSpan> requests = List.of(span(100, 19_000), span(100, 19_000));

            assertThat(tti(500, 400, List.of(), requests, END).millis()).hasValue(500);
        }

        @Test
        void whenThreeNeverPause_thenTheReasonIsTheNetwork() {
            List<TimeSpan> requests = List.of(span(100, 19_000), span(100, 19_000), span(100, 19_000));

            TimeToInteractive tti = tti(500, 400, List.of(), requests, END);

            assertThat(tti.millis()).isEmpty();
            assertThat(tti.reason().toString()).contains("network");
        }

        @Test
        void whenTheOverlapIs4999_thenItIsNotReached() {
            List<TimeSpan> requests = List.of(span(100, 15_001), span(100, 15_001), span(100, 15_001));

            assertThat(tti(500, 400, List.of(), requests, END).millis()).isEmpty();
        }

        @Test
        void whenTheOverlapIs5000_thenItIsReached() {
            List<TimeSpan> requests = List.of(span(100, 15_000), span(100, 15_000), span(100, 15_000));

            assertThat(tti(500, 400, List.of(), requests, END).millis()).hasValue(500);
        }
    }

    @Nested
    class GivenAMainThreadThatIsNeverQuiet {

        @Test
        void whenThereIsATaskEvery4s_thenTheReasonIsTheMainThread() {
            List<TimeSpan> tasks =
                    List.of(span(3_000, 3_100), span(7_000, 7_100), span(11_000, 11_100), span(15_000, 15_100));

            TimeToInteractive tti = tti(500, 400, tasks, List.of(), 19_000);

            assertThat(tti.millis()).isEmpty();
            assertThat(tti.reason().toString()).contains("main thread");
        }
    }
}
