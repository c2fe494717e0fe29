package dev.tidemark.config.maintenance;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a window is open: once, on days of the calendar, or by a cron expression. */
public sealed interface Recurrence permits SingleOccurrence, CalendarRecurrence, CronRecurrence {

    /** What a list of intervals holds at most; a reader of a chart sees no more. */
    int MAX_OCCURRENCES = 1_000;

    /** The times that overlap the interval, in order, at most {@link #MAX_OCCURRENCES}. */
    List<Interval> within(Interval interval);

    /** In words: {@code every Sunday, Saturday at 02:00 for 2 h (Europe/Berlin)}. */
    LocalizedMessage description();

    default boolean covers(Instant at) {
        return within(new Interval(at, at.plusMillis(1))).stream().anyMatch(one -> one.contains(at));
    }

    /** From a minute to 31 days, as time passes: a clock that is turned meanwhile neither stretches nor cuts it. */
    static Duration requireValidLength(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofDays(31)) > 0) {
            throw new InvalidValueException("validation.length.range", length);
        }
        return length;
    }
}
