package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * The schedule of a digest. At a change to or from daylight saving time, a local time that is skipped is shifted by the length of
 * the gap, and of one that occurs twice the first is used.
 *
 * @param weekday of a weekly digest; empty: daily
 */
public record DigestSchedule(Optional<DayOfWeek> weekday, LocalTime at, ZoneId zone) {

    /** By its common name; {@code Z} otherwise. */
    static final ZoneId UTC = ZoneId.of("UTC");

    static final LocalTime DEFAULT_TIME = LocalTime.of(8, 0);
    static final DayOfWeek DEFAULT_DAY = DayOfWeek.MONDAY;

    /** For a group without a schedule whose digest is sent on request. */
    public static final DigestSchedule WEEKLY = new DigestSchedule(Optional.of(DEFAULT_DAY), DEFAULT_TIME, UTC);

    /** The last day on which a digest was due. */
    public LocalDate lastDueDay(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (dueAt(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        LocalDate lastPassed = day;
        return weekday.map(name -> lastPassed.with(TemporalAdjusters.previousOrSame(name)))
                .orElse(lastPassed);
    }

    /** The due time on a day. */
    public Instant dueAt(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** {@code every Monday at 08:00 (Europe/Berlin)}. */
    public LocalizedMessage text() {
        String day = weekday.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("daily");
        return LocalizedMessage.of("recipient.digest." + day, at, zone);
    }

    /** The length of the period: one or seven days. */
    public int days() {
        return weekday.isPresent() ? 7 : 1;
    }
}
