package dev.tidemark.audience;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When a list gets a summary.
 *
 * @param weekday once a week on that day; none: every day
 */
public record DigestPlan(Optional<DayOfWeek> weekday, LocalTime at, ZoneId zone) {

    /** The last planned instant at or before now. */
    public Instant lastBefore(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = today.atTime(at).atZone(zone).toInstant().isAfter(now) ? today.minusDays(1) : today;
        LocalDate due = weekday.map(name -> day.with(TemporalAdjusters.previousOrSame(name)))
                .orElse(day);
        return due.atTime(at).atZone(zone).toInstant();
    }

    /** What it tells of: a day or a week. */
    public int days() {
        return weekday.isPresent() ? 7 : 1;
    }
}
