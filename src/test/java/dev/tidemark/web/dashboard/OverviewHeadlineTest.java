package dev.tidemark.web.dashboard;

import static dev.tidemark.alerting.incident.ProbeState.DEGRADED;
import static dev.tidemark.alerting.incident.ProbeState.FAILING;
import static dev.tidemark.alerting.incident.ProbeState.PASSING;
import static dev.tidemark.alerting.incident.ProbeState.PAUSED;
import static dev.tidemark.alerting.incident.ProbeState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.ProbeState;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OverviewHeadlineTest {

    private static String headline(int fileErrors, ProbeState... states) {
        return OverviewHeadline.of(List.of(states), true, fileErrors).toString();
    }

    @Nested
    class GivenAnInvalidProbeFile {

        @Test
        void whenEverythingElsePasses_thenTheErrorComesFirst() {
            assertThat(headline(1, PASSING, PASSING)).isEqualTo("1 error in probe files, 2 passing");
        }
    }

    @Nested
    class GivenValidFiles {

        @Test
        void whenAProbeFails_thenOnlyTheBadOnesAreCounted() {
            assertThat(headline(0, FAILING, DEGRADED, DEGRADED, PASSING)).isEqualTo("1 failing, 2 degraded");
        }

        @Test
        void whenAllPass_thenItSaysSo() {
            assertThat(headline(0, PASSING, PASSING)).isEqualTo("All probes are passing");
        }

        @Test
        void whenTheOthersArePaused_thenOnlyTheActiveOnesPass() {
            assertThat(headline(0, PASSING, PAUSED)).isEqualTo("All active probes are passing");
        }

        @Test
        void whenOneIsUnknown_thenNotAllPass() {
            assertThat(headline(0, PASSING, UNKNOWN, PAUSED)).isEqualTo("1 unknown, 1 passing, 1 paused");
        }

        @Test
        void whenFiftyArePaused_thenNothingIsSaidAboutTheirData() {
            List<ProbeState> paused = Collections.nCopies(50, PAUSED);

            assertThat(OverviewHeadline.of(paused, true, 0)).hasToString("All probes are paused");
            assertThat(OverviewHeadline.of(paused, false, 0)).hasToString("All probes are paused");
        }

        @Test
        void whenNoRunHasEndedYet_thenThereIsNoData() {
            assertThat(OverviewHeadline.of(List.of(UNKNOWN, UNKNOWN), false, 0)).hasToString("No data yet");
        }
    }
}
