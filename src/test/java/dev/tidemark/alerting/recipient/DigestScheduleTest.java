package dev.tidemark.alerting.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Nested
    class GivenADailyOneAtEightInBerlin {

        private final DigestSchedule plan = new DigestSchedule(Optional.empty(), EIGHT, BERLIN);

        @Test
        void whenItIsJustBeforeEight_thenTheLastOneWasYesterday() {
            assertThat(plan.lastDueDay(at("2026-11-21T06:59:59Z"))).isEqualTo(day("2026-11-20"));
        }

        @Test
        void whenItIsEight_thenItIsDueToday() {
            assertThat(plan.lastDueDay(at("2026-11-21T07:00:00Z"))).isEqualTo(day("2026-11-21"));
            assertThat(plan.dueAt(day("2026-11-21"))).isEqualTo(at("2026-11-21T07:00:00Z"));
        }

        @Test
        void whenTheDateDiffersByZone_thenTheDateOfTheZoneCounts() {
            assertThat(plan.lastDueDay(at("2026-11-20T23:30:00Z"))).isEqualTo(day("2026-11-20"));
            assertThat(new DigestSchedule(Optional.empty(), EIGHT, ZoneId.of("Pacific/Auckland"))
                            .lastDueDay(at("2026-11-20T23:30:00Z")))
                    .isEqualTo(day("2026-11-21"));
        }

        @Test
        void whenDaylightSavingChanges_thenItStaysAtEightLocalTime() {
            assertThat(plan.dueAt(day("2026-03-28"))).isEqualTo(at("2026-03-28T07:00:00Z"));
            assertThat(plan.dueAt(day("2026-03-29"))).isEqualTo(at("2026-03-29T06:00:00Z"));
            assertThat(plan.dueAt(day("2026-10-25"))).isEqualTo(at("2026-10-25T07:00:00Z"));
        }
    }

    @Nested
    class GivenATimeAffectedByDaylightSaving {

        private final DigestSchedule plan = new DigestSchedule(Optional.empty(), LocalTime.of(2, 30), BERLIN);

        @Test
        void whenItIsLeftOut_thenItIsAnHourLaterAndDueOnce() {
            assertThat(plan.dueAt(day("2026-03-29"))).isEqualTo(at("2026-03-29T01:30:00Z"));
            assertThat(plan.lastDueDay(at("2026-03-29T01:29:59Z"))).isEqualTo(day("2026-03-28"));
            assertThat(plan.lastDueDay(at("2026-03-29T01:30:00Z"))).isEqualTo(day("2026-03-29"));
        }

        @Test
        void whenItOccursTwice_thenTheFirstCounts() {
            assertThat(plan.dueAt(day("2026-10-25"))).isEqualTo(at("2026-10-25T00:30:00Z"));
            assertThat(plan.lastDueDay(at("2026-10-25T01:30:00Z"))).isEqualTo(day("2026-10-25"));
        }
    }

    @Nested
    class GivenAZoneWhoseClocksAreTurned {

        @ParameterizedTest
        @CsvSource({
            "Australia/Lord_Howe, 02:15, 2027-10-03, 2027-10-02T15:45:00Z",
            "Australia/Lord_Howe, 01:45, 2027-04-04, 2027-04-03T14:45:00Z",
            "America/Sao_Paulo, 00:00, 2018-11-04, 2018-11-04T03:00:00Z",
            "Africa/Cairo, 00:30, 2027-04-30, 2027-04-29T22:30:00Z",
            "Asia/Beirut, 23:30, 2025-10-25, 2025-10-25T20:30:00Z",
            "America/Nuuk, 23:30, 2027-03-27, 2027-03-28T01:30:00Z",
            "Europe/Berlin, 02:30, 2027-03-28, 2027-03-28T01:30:00Z",
            "Europe/Berlin, 02:30, 2027-10-31, 2027-10-31T00:30:00Z"
        })
        void whenItIsDaily_thenItIsDueOnceOnThatDay(ZoneId zone, LocalTime time, LocalDate day, Instant due) {
            DigestSchedule plan = new DigestSchedule(Optional.empty(), time, zone);

            assertThat(plan.dueAt(day)).isEqualTo(due);
            assertThat(plan.lastDueDay(due.minusSeconds(1))).isEqualTo(day.minusDays(1));
            assertThat(plan.lastDueDay(due)).isEqualTo(day);
            assertThat(plan.lastDueDay(due.plusSeconds(7_200))).isEqualTo(day);
        }
    }

    @Nested
    class GivenAWeeklyOneOnMonday {

        private final DigestSchedule plan = new DigestSchedule(Optional.of(DayOfWeek.MONDAY), EIGHT, BERLIN);

        @Test
        void whenItIsMondayBeforeEight_thenTheLastOneWasAWeekAgo() {
            assertThat(plan.lastDueDay(at("2026-11-23T06:59:00Z"))).isEqualTo(day("2026-11-16"));
        }

        @Test
        void whenItIsMondayAtEightOrAnyTimeUntilTheNext_thenItIsThatMonday() {
            assertThat(plan.lastDueDay(at("2026-11-23T07:00:00Z"))).isEqualTo(day("2026-11-23"));
            assertThat(plan.lastDueDay(at("2026-11-29T22:00:00Z"))).isEqualTo(day("2026-11-23"));
        }
    }
}
