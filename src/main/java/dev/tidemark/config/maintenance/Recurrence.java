package dev.tidemark.config.maintenance;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The times of a maintenance window: once, by calendar, or by cron expression. */
public sealed interface Recurrence permits SingleOccurrence, CalendarRecurrence, CronRecurrence {

    /** The maximum number of occurrences in a list; charts cannot show more. */
    int MAX_OCCURRENCES = 1_000;

    /** The occurrences that overlap the interval, in order, at most {@link #MAX_OCCURRENCES}. */
    List<Interval> within(Interval interval);

    /** A description such as {@code every Sunday, Saturday at 02:00 for 2 h (Europe/Berlin)}. */
    LocalizedMessage description();

    default boolean covers(Instant at) {
        return within(new Interval(at, at.plusMillis(1))).stream().anyMatch(one -> one.contains(at));
    }

    /** Requires a length from one minute to 31 days. The length is elapsed time, which clock changes do not affect. */
    static Duration requireValidLength(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofDays(31)) > 0) {
            throw new InvalidValueException("validation.length.range", length);
        }
        return length;
    }
}
