package dev.tidemark.alerting.recipient;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * When a list gets a digest. A time that a turned clock leaves out is as much later as the clock jumps; one that comes twice is
 * taken the first time.
 *
 * @param weekday once a week on that day; none: every day
 */
public record DigestSchedule(Optional<DayOfWeek> weekday, LocalTime at, ZoneId zone) {

    /** Under the name by which people call it. */
    static final ZoneId UTC = ZoneId.of("UTC");

    static final LocalTime USUAL_TIME = LocalTime.of(8, 0);
    static final DayOfWeek USUAL_DAY = DayOfWeek.MONDAY;

    /** For a list that asks for none and is sent one all the same. */
    public static final DigestSchedule WEEKLY = new DigestSchedule(Optional.of(USUAL_DAY), USUAL_TIME, UTC);

    /** The last day at or before now on which a digest was due. */
    public LocalDate lastDay(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate passed = on(today).isAfter(now) ? today.minusDays(1) : today;
        return weekday.map(name -> passed.with(TemporalAdjusters.previousOrSame(name)))
                .orElse(passed);
    }

    /** When it is due on a day. */
    public Instant on(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** {@code every Monday at 08:00 (Europe/Berlin)}. */
    public String words() {
        String day = weekday.map(one -> one.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .orElse("day");
        return "every " + day + " at " + at + " (" + zone + ")";
    }

    /** How many days it tells of. */
    public int days() {
        return weekday.isPresent() ? 7 : 1;
    }
}
