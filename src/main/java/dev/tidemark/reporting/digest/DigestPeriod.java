package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The period of a digest, [from, to). It begins when the previous digest was due, so that periods have no gaps; at a change to or
 * from daylight saving time a day has 23 or 25 hours.
 *
 * @param days one or seven
 */
record DigestPeriod(Interval interval, ZoneId zone, int days) {

    private static final String DAY = "d MMMM";
    private static final String MINUTE = "EEE d MMMM, HH:mm";
    private static final Duration STEP_OF_A_DAY = Duration.ofMinutes(30);
    private static final Duration STEP_OF_A_WEEK = Duration.ofHours(3);

    /** The period of the scheduled digest of a day. */
    static DigestPeriod due(DigestSchedule schedule, LocalDate day) {
        return new DigestPeriod(
                new Interval(schedule.dueAt(day.minusDays(schedule.days())), schedule.dueAt(day)),
                schedule.zone(),
                schedule.days());
    }

    /** The period of a digest that is requested now. */
    static DigestPeriod until(DigestSchedule schedule, Instant now) {
        Instant from = now.atZone(schedule.zone()).minusDays(schedule.days()).toInstant();
        return new DigestPeriod(new Interval(from, now), schedule.zone(), schedule.days());
    }

    Instant from() {
        return interval.from();
    }

    Instant to() {
        return interval.to();
    }

    /** The period before, with the same number of days. */
    DigestPeriod before() {
        return new DigestPeriod(new Interval(from().atZone(zone).minusDays(days).toInstant(), from()), zone, days);
    }

    boolean covers(Instant instant) {
        return interval.contains(instant);
    }

    /** {@code week of 16 November}, by the first day. */
    LocalizedMessage text() {
        return LocalizedMessage.of("digest.period." + unit(), format(DAY, from()));
    }

    /** {@code Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)}. */
    LocalizedMessage range() {
        return LocalizedMessage.of("digest.period.range", time(from()), time(to()), zone);
    }

    /** {@code day} or {@code week}: the variant of texts about the period. */
    String unit() {
        return days == 1 ? "day" : "week";
    }

    /** {@code Mon 16 November, 08:00} in the time zone of the digest. */
    String time(Instant at) {
        return format(MINUTE, at);
    }

    /** The interval between points of a chart. */
    Duration step() {
        return days == 1 ? STEP_OF_A_DAY : STEP_OF_A_WEEK;
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, UtcTimestamp.language()).format(at.atZone(zone));
    }
}
