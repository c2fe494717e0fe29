package dev.tidemark.config.maintenance;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * At a time of day, on the given days of the week or month; every day when none is given. A start time that is skipped by a
 * clock change is moved forward by the length of the gap; of a start time that occurs twice the first one is used.
 *
 * @param weekdays days of the week; empty: any
 * @param days days of the month, 1 to 31; empty: any. Months without the day are skipped
 */
public record CalendarRecurrence(
        Set<DayOfWeek> weekdays, Set<Integer> days, LocalTime start, Duration length, ZoneId zone)
        implements Recurrence {

    public CalendarRecurrence {
        weekdays = new TreeSet<>(weekdays);
        days = new TreeSet<>(days);
        Recurrence.requireValidLength(length);
        if (days.stream().anyMatch(day -> day < 1 || day > 31)) {
            throw new InvalidValueException("validation.days.range", LocalizedMessage.list(List.copyOf(days)));
        }
    }

    @Override
    public List<Interval> within(Interval interval) {
        List<Interval> found = new ArrayList<>();
        LocalDate day = interval.from().minus(length).atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = interval.to().atZone(zone).toLocalDate();
        for (; !day.isAfter(last) && found.size() < MAX_OCCURRENCES; day = day.plusDays(1)) {
            if (isOn(day)) {
                Interval one = on(day);
                if (one.overlaps(interval)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private boolean isOn(LocalDate day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (days.isEmpty() || days.contains(day.getDayOfMonth()));
    }

    private Interval on(LocalDate day) {
        Instant begin = day.atTime(start).atZone(zone).toInstant();
        return new Interval(begin, begin.plus(length));
    }

    @Override
    public LocalizedMessage description() {
        LocalizedMessage names = LocalizedMessage.list(weekdays.stream()
                .map(day -> LocalizedMessage.of("maintenance.weekday." + day))
                .toList());
        LocalizedMessage numbers = LocalizedMessage.list(List.copyOf(days));
        String span = DurationFormat.of(length);
        if (weekdays.isEmpty() && days.isEmpty()) {
            return LocalizedMessage.of("maintenance.recurrence.daily", start, span, zone);
        }
        if (days.isEmpty()) {
            return LocalizedMessage.of("maintenance.recurrence.weekly", names, start, span, zone);
        }
        return weekdays.isEmpty()
                ? LocalizedMessage.of("maintenance.recurrence.monthly", numbers, start, span, zone)
                : LocalizedMessage.of("maintenance.recurrence.weekdaysOfMonth", names, numbers, start, span, zone);
    }
}
