package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.recipient.DigestSchedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestPeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DigestSchedule DAILY = new DigestSchedule(Optional.empty(), LocalTime.of(8, 0), BERLIN);
    private static final DigestSchedule WEEKLY =
            new DigestSchedule(Optional.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), BERLIN);

    private static Duration length(DigestPeriod period) {
        return Duration.between(period.from(), period.to());
    }

    @Nested
    class GivenAWeek {

        private final DigestPeriod period = DigestPeriod.due(WEEKLY, LocalDate.parse("2026-11-23"));

        @Test
        void whenItIsNamed_thenByTheDayOnWhichItBegan() {
            assertThat(period.text()).hasToString("week of 16 November");
            assertThat(period.range()).hasToString("Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)");
        }

        @Test
        void whenTheOneBeforeEnds_thenItBegins() {
            assertThat(period.before()).isEqualTo(DigestPeriod.due(WEEKLY, LocalDate.parse("2026-11-16")));
            assertThat(period.before().to()).isEqualTo(period.from());
        }

        @Test
        void whenAnEventIsAtItsEnds_thenTheStartIsIncludedAndTheEndExcluded() {
            assertThat(period.covers(period.from())).isTrue();
            assertThat(period.covers(period.to())).isFalse();
        }
    }

    @Nested
    class GivenADaylightSavingChange {

        @Test
        void whenItIsADay_thenItHasAnHourLessOrMore() {
            assertThat(length(DigestPeriod.due(DAILY, LocalDate.parse("2026-03-29"))))
                    .hasHours(23);
            assertThat(length(DigestPeriod.due(DAILY, LocalDate.parse("2026-10-25"))))
                    .hasHours(25);
        }

        @Test
        void whenItIsAWeek_thenThePreviousOneHasItsOwnLength() {
            DigestPeriod week = DigestPeriod.due(WEEKLY, LocalDate.parse("2026-03-30"));

            assertThat(length(week)).hasHours(7 * 24 - 1);
            assertThat(length(week.before())).hasHours(7 * 24);
        }
    }

    @Nested
    class GivenAPeriodThatEndsNow {

        @Test
        void whenItIsCreated_thenItIsAsLongAsAScheduledOne() {
            Instant now = Instant.parse("2026-11-21T14:03:00Z");

            assertThat(DigestPeriod.until(DAILY, now).from()).isEqualTo(Instant.parse("2026-11-20T14:03:00Z"));
            assertThat(DigestPeriod.until(WEEKLY, now).text()).hasToString("week of 14 November");
        }
    }
}
