package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time that a digest tells of, from (inclusive) to (exclusive). It begins when the one before was due, so that together they
 * leave nothing out; a day in which a clock is turned has 23 or 25 hours.
 *
 * @param days one or seven
 */
record DigestPeriod(Interval interval, ZoneId zone, int days) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.ENGLISH);
    private static final Duration STEP_OF_A_DAY = Duration.ofMinutes(30);
    private static final Duration STEP_OF_A_WEEK = Duration.ofHours(3);

    /** What is told on a planned day. */
    static DigestPeriod due(DigestSchedule plan, LocalDate day) {
        return new DigestPeriod(
                new Interval(plan.on(day.minusDays(plan.days())), plan.on(day)), plan.zone(), plan.days());
    }

    /** What would be told right now. */
    static DigestPeriod until(DigestSchedule plan, Instant now) {
        Instant from = now.atZone(plan.zone()).minusDays(plan.days()).toInstant();
        return new DigestPeriod(new Interval(from, now), plan.zone(), plan.days());
    }

    Instant from() {
        return interval.from();
    }

    Instant to() {
        return interval.to();
    }

    /** As many days before. */
    DigestPeriod before() {
        return new DigestPeriod(new Interval(from().atZone(zone).minusDays(days).toInstant(), from()), zone, days);
    }

    boolean covers(Instant instant) {
        return interval.covers(instant);
    }

    /** {@code week of 16 November}: the day on which it began. */
    String words() {
        return unit() + " of " + DAY.format(from().atZone(zone));
    }

    /** {@code Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)}. */
    String exactly() {
        return time(from()) + " to " + time(to()) + " (" + zone + ")";
    }

    String unit() {
        return days == 1 ? "day" : "week";
    }

    String time(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** What one point of a chart stands for. */
    Duration step() {
        return days == 1 ? STEP_OF_A_DAY : STEP_OF_A_WEEK;
    }
}
