package dev.tidemark.config.maintenance;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static CalendarRecurrence daily() {
        return new CalendarRecurrence(Set.of(), Set.of(), HALF_PAST_TWO, TWO_HOURS, BERLIN);
    }

    @Nested
    class GivenOnce {

        private final SingleOccurrence once =
                new SingleOccurrence(new Interval(at("2026-03-02T10:00:00Z"), at("2026-03-02T12:00:00Z")));

        @Test
        void whenItBeginsAndEnds_thenTheBeginningIsInAndTheEndIsOut() {
            assertThat(once.covers(at("2026-03-02T09:59:59.999Z"))).isFalse();
            assertThat(once.covers(at("2026-03-02T10:00:00Z"))).isTrue();
            assertThat(once.covers(at("2026-03-02T11:59:59.999Z"))).isTrue();
            assertThat(once.covers(at("2026-03-02T12:00:00Z"))).isFalse();
        }

        @Test
        void whenItEndsBeforeItBegins_thenItIsRefused() {
            Instant noon = at("2026-03-02T12:00:00Z");
            assertThatThrownBy(() -> new SingleOccurrence(new Interval(noon, noon)))
                    .hasMessageContaining("must be later than from");
        }
    }

    @Nested
    class GivenEachNightInBerlin {

        @Test
        void whenClocksGoForward_thenASkippedStartIsAnHourLater() {
            // 29 March 2026: 02:30 does not exist, 03:30 CEST is 01:30 UTC
            assertThat(daily().within(new Interval(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z"))))
                    .containsExactly(new Interval(at("2026-03-29T01:30:00Z"), at("2026-03-29T03:30:00Z")));
        }

        @Test
        void whenClocksGoBack_thenItOccursOnceWithTheSameDuration() {
            // 25 October 2026: 02:30 comes twice, first as CEST (00:30 UTC)
            assertThat(daily().within(new Interval(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"))))
                    .containsExactly(new Interval(at("2026-10-25T00:30:00Z"), at("2026-10-25T02:30:00Z")));
        }

        @Test
        void whenDaylightSavingChanges_thenItFollowsLocalTime() {
            assertThat(daily().covers(at("2026-01-10T01:30:00Z"))).isTrue();
            assertThat(daily().covers(at("2026-01-10T00:30:00Z"))).isFalse();
            assertThat(daily().covers(at("2026-07-10T00:30:00Z"))).isTrue();
        }

        @Test
        void whenItCrossesMidnight_thenTheNextDayIsCoveredToo() {
            CalendarRecurrence late =
                    new CalendarRecurrence(Set.of(SATURDAY), Set.of(), LocalTime.of(23, 0), TWO_HOURS, BERLIN);

            assertThat(late.covers(at("2026-03-07T22:00:00Z"))).isTrue();
            assertThat(late.covers(at("2026-03-07T23:59:00Z"))).isTrue();
            assertThat(late.covers(at("2026-03-08T00:00:00Z"))).isFalse();
            assertThat(late.covers(at("2026-03-08T22:30:00Z"))).isFalse();
        }
    }

    @Nested
    class GivenDays {

        @Test
        void whenTheyAreWeekdays_thenOnlyThoseCount() {
            CalendarRecurrence weekend =
                    new CalendarRecurrence(Set.of(SATURDAY, SUNDAY), Set.of(), LocalTime.NOON, TWO_HOURS, BERLIN);

            assertThat(weekend.within(new Interval(at("2026-03-02T00:00:00Z"), at("2026-03-16T00:00:00Z"))))
                    .extracting(Interval::from)
                    .containsExactly(
                            at("2026-03-07T11:00:00Z"),
                            at("2026-03-08T11:00:00Z"),
                            at("2026-03-14T11:00:00Z"),
                            at("2026-03-15T11:00:00Z"));
        }

        @Test
        void whenItIsThe31st_thenMonthsWithoutOneAreLeftOut() {
            CalendarRecurrence last = new CalendarRecurrence(Set.of(), Set.of(31), LocalTime.NOON, TWO_HOURS, BERLIN);

            assertThat(last.within(new Interval(at("2026-02-01T00:00:00Z"), at("2026-06-01T00:00:00Z"))))
                    .extracting(Interval::from)
                    .containsExactly(at("2026-03-31T10:00:00Z"), at("2026-05-31T10:00:00Z"));
        }
    }

    @Nested
    class GivenACron {

        @Test
        void whenItFires_thenTheWindowIsOpenForItsLength() {
            CronRecurrence monday = new CronRecurrence("0 3 * * 1", Duration.ofHours(1), BERLIN);

            assertThat(monday.within(new Interval(at("2026-03-23T00:00:00Z"), at("2026-04-06T12:00:00Z"))))
                    .containsExactly(
                            new Interval(at("2026-03-23T02:00:00Z"), at("2026-03-23T03:00:00Z")),
                            new Interval(at("2026-03-30T01:00:00Z"), at("2026-03-30T02:00:00Z")),
                            new Interval(at("2026-04-06T01:00:00Z"), at("2026-04-06T02:00:00Z")));
            assertThat(monday.covers(at("2026-03-30T01:00:00Z"))).isTrue();
            assertThat(monday.covers(at("2026-03-30T00:59:59Z"))).isFalse();
            assertThat(monday.covers(at("2026-03-30T02:00:00Z"))).isFalse();
        }

        @Test
        void whenTheStartIsSkippedByTheClockChange_thenItIsAnHourLater() {
            // 30 2 * * *, PT1H, Europe/Berlin, 2027-03-28
            CronRecurrence nightly = new CronRecurrence("30 2 * * *", Duration.ofHours(1), BERLIN);

            assertThat(nightly.within(new Interval(at("2027-03-28T00:00:00Z"), at("2027-03-28T12:00:00Z"))))
                    .containsExactly(new Interval(at("2027-03-28T01:30:00Z"), at("2027-03-28T02:30:00Z")));
            assertThat(nightly.covers(at("2027-03-28T01:30:00Z"))).isTrue();
            assertThat(nightly.covers(at("2027-03-28T02:30:00Z"))).isFalse();
        }

        @Test
        void whenTheStartOccursTwice_thenTheFirstOneCounts() {
            CronRecurrence nightly = new CronRecurrence("30 2 * * *", Duration.ofHours(1), BERLIN);

            assertThat(nightly.within(new Interval(at("2027-10-31T00:00:00Z"), at("2027-10-31T12:00:00Z"))))
                    .containsExactly(new Interval(at("2027-10-31T00:30:00Z"), at("2027-10-31T01:30:00Z")));
        }

        @Test
        void whenItIsHourly_thenTheRepeatedHourHasAWindowBothTimes() {
            // 0 * * * *, PT10M, Europe/Berlin, night of 2027-10-31
            CronRecurrence hourly = new CronRecurrence("0 * * * *", Duration.ofMinutes(10), BERLIN);

            assertThat(hourly.within(new Interval(at("2027-10-31T00:00:00Z"), at("2027-10-31T02:00:00Z"))))
                    .containsExactly(
                            new Interval(at("2027-10-31T00:00:00Z"), at("2027-10-31T00:10:00Z")),
                            new Interval(at("2027-10-31T01:00:00Z"), at("2027-10-31T01:10:00Z")));
        }
    }
}
