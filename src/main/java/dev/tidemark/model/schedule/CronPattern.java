package dev.tidemark.model.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The wall-clock times that a cron expression matches, without a time zone. */
final class CronPattern {

    private static final int HOURS = 24;

    private final BitSet seconds;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet months;
    private final BitSet years;
    private final Predicate<LocalDate> days;
    private final boolean repeatsHourly;

    /** @param fields valid ones in the syntax of Quartz, six or seven */
    CronPattern(List<String> fields) {
        this.seconds = values(CronField.SECOND, fields);
        this.minutes = values(CronField.MINUTE, fields);
        this.hours = values(CronField.HOUR, fields);
        this.months = values(CronField.MONTH, fields);
        this.years = values(CronField.YEAR, fields);
        this.days = CronDays.ofMonth(fields.get(CronField.DAY_OF_MONTH.ordinal()))
                .and(CronDays.ofWeek(fields.get(CronField.DAY_OF_WEEK.ordinal())));
        String hour = fields.get(CronField.HOUR.ordinal());
        this.repeatsHourly = hour.contains("*") || hour.contains("/") || hours.cardinality() == HOURS;
    }

    /** The earliest matching time from the given second on; empty when there is none until the year 2099. */
    Optional<LocalDateTime> from(LocalDateTime earliest) {
        LocalDate date = earliest.toLocalDate();
        LocalTime time = earliest.toLocalTime();
        while (years.length() > date.getYear()) {
            if (includes(date)) {
                Optional<LocalTime> found = timeFrom(time);
                if (found.isPresent()) {
                    return Optional.of(date.atTime(found.get()));
                }
            }
            date = following(date);
            time = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    boolean includes(LocalDate date) {
        return years.get(Math.max(0, date.getYear())) && months.get(date.getMonthValue()) && days.test(date);
    }

    /** Whether the hour has a wildcard or a step, so that the pattern means a rate and not certain times of day. */
    boolean repeatsHourly() {
        return repeatsHourly;
    }

    /** Whether the hours go on around midnight without a longer break, as those of {@code *} and <code>*&#47;6</code> do. */
    boolean goesAroundTheClock() {
        int longest = 0;
        for (int hour = hours.nextSetBit(0), next; hour >= 0; hour = next) {
            next = hours.nextSetBit(hour + 1);
            longest = Math.max(longest, next < 0 ? 0 : next - hour);
        }
        return hours.nextSetBit(0) + HOURS - hours.length() + 1 <= longest;
    }

    private Optional<LocalTime> timeFrom(LocalTime earliest) {
        int second = seconds.nextSetBit(earliest.getSecond());
        int minute = minutes.nextSetBit(second < 0 ? earliest.getMinute() + 1 : earliest.getMinute());
        int hour = hours.nextSetBit(minute < 0 ? earliest.getHour() + 1 : earliest.getHour());
        if (hour < 0) {
            return Optional.empty();
        }
        boolean laterHour = hour > earliest.getHour();
        boolean laterMinute = laterHour || minute > earliest.getMinute();
        return Optional.of(LocalTime.of(
                hour, laterHour ? minutes.nextSetBit(0) : minute, laterMinute ? seconds.nextSetBit(0) : second));
    }

    private LocalDate following(LocalDate date) {
        int year = years.nextSetBit(Math.max(0, date.getYear()));
        if (year > date.getYear()) {
            return LocalDate.of(year, 1, 1);
        }
        return months.get(date.getMonthValue())
                ? date.plusDays(1)
                : date.withDayOfMonth(1).plusMonths(1);
    }

    private static BitSet values(CronField field, List<String> fields) {
        return field.values(field.ordinal() < fields.size() ? fields.get(field.ordinal()) : "*");
    }
}
