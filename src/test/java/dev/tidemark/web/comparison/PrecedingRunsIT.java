package dev.tidemark.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs that a run is compared with, in a real database. */
class PrecedingRunsIT {

    private static final Profile PHONE = new Profile(
            "phone",
            HistoryFixture.DESKTOP.viewport(),
            HistoryFixture.DESKTOP.network(),
            4,
            HistoryFixture.DESKTOP.userAgent());

    private static HistoryFixture fixture;
    private static PrecedingRuns forerunners;

    @BeforeAll
    static void open() throws SQLException {
        fixture = HistoryFixture.fresh();
        forerunners = new PrecedingRuns(fixture.history(), fixture.series());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Slot slot(String probe, int hour) {
        return HistoryFixture.slot(new ProbeId(probe), HistoryFixture.NOW.plus(Duration.ofHours(hour)));
    }

    private static Run measured(String probe, int hour, double lcp) {
        return fixture.recorded(slot(probe, hour), "LCP", lcp);
    }

    private static Run onAPhone(String probe, int hour, double lcp) {
        Slot slot = slot(probe, hour);
        Instant end = slot.plannedAt().plusSeconds(20);
        RunResult result = RunResult.of(HistoryFixture.ENGINE, PHONE, 1_000, List.of(HistoryFixture.good("LCP", lcp)));
        return fixture.history().record(fixture.started(slot), result, end).orElseThrow();
    }

    private static Optional<Run> last(Run run) {
        return forerunners.last(run);
    }

    @Nested
    class GivenRunsOfOneProbe {

        @Test
        void whenThereIsAnEarlierOne_thenItIsTheLatest() {
            Run first = measured("plain", 0, 900);
            Run second = measured("plain", 1, 950);
            Run third = measured("plain", 2, 900);

            assertThat(last(third)).map(Run::id).contains(second.id());
            assertThat(last(second)).map(Run::id).contains(first.id());
            assertThat(last(first)).isEmpty();
        }

        @Test
        void whenThePreviousOneFailed_thenTheLatestWithValuesCounts() {
            Run good = measured("failing", 0, 900);
            fixture.failed(slot("failing", 1), OutcomeType.TIMEOUT);
            Run failed = fixture.failed(slot("failing", 2), OutcomeType.TIMEOUT);
            Run after = measured("failing", 3, 900);

            assertThat(last(after)).map(Run::id).contains(good.id());
            assertThat(last(failed)).map(Run::id).contains(good.id());
        }

        @Test
        void whenThePreviousOneHadAnotherProfile_thenTheLatestWithTheSameCounts() {
            Run same = measured("profiles", 0, 900);
            Run phone = onAPhone("profiles", 1, 2_900);
            Run run = measured("profiles", 2, 900);

            assertThat(last(run)).map(Run::id).contains(same.id());
            assertThat(last(phone)).as("none with its profile").map(Run::id).contains(same.id());
        }

        @Test
        void whenThePreviousOneHadAnotherLocation_thenItDoesNotCount() {
            Run here = measured("places", 0, 900);
            Slot elsewhere = new Slot(
                    new ProbeId("places"),
                    new LocationName("oslo"),
                    slot("places", 1).plannedAt());
            fixture.recorded(elsewhere, "LCP", 900);

            assertThat(last(measured("places", 2, 900))).map(Run::id).contains(here.id());
        }

        @Test
        void whenItIsAnHttpCheck_thenItsDurationDecides() {
            Run before = fixture.recorded(slot("http", 0), "DURATION", 40);

            assertThat(last(fixture.recorded(slot("http", 1), "DURATION", 45)))
                    .map(Run::id)
                    .contains(before.id());
        }
    }

    @Nested
    class GivenManyRunsBefore {

        @Test
        void whenATypicalRunIsRequested_thenItIsNearestToTheMedianOfThePreviousTwenty() {
            for (int hour = 0; hour < 5; hour++) {
                measured("usual", hour, 5_000);
            }
            Run nearest = null;
            for (int hour = 5; hour < 25; hour++) {
                Run run = measured("usual", hour, 1_000 + 10 * hour);
                nearest = hour == 15 ? run : nearest;
            }
            Run spike = measured("usual", 25, 4_000);

            assertThat(forerunners.typical(spike)).map(Run::id).contains(nearest.id());
        }

        @Test
        void whenThereAreFewerThanFiveWithTheSameProfile_thenThereIsNoTypicalRun() {
            Run fifth = null;
            for (int hour = 0; hour < 5; hour++) {
                fifth = measured("few", hour, 900);
            }
            onAPhone("few", 5, 900);

            assertThat(forerunners.typical(fifth)).isEmpty();
            assertThat(forerunners.typical(measured("few", 6, 900))).isPresent();
        }
    }
}
