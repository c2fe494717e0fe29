package dev.tidemark.model.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that the day fields of a cron expression match. */
final class CronDays {

    private static final Pattern FROM_LAST = Pattern.compile("L(?:-(\\d+))?(W?)");
    private static final Pattern NEAREST = Pattern.compile("(\\d+)W");
    private static final Pattern LAST_WEEKDAY = Pattern.compile("(\\w+)L");
    private static final Pattern NTH_WEEKDAY = Pattern.compile("(\\w+)#(\\d)");
    private static final int WEEK = DayOfWeek.values().length;

    private CronDays() {}

    /** Days of the month: numbers, {@code L}, {@code L-3}, {@code 15W}, {@code LW}, {@code L-3W}. */
    static Predicate<LocalDate> ofMonth(String field) {
        BitSet days = CronField.DAY_OF_MONTH.values(field);
        return Arrays.stream(field.toUpperCase(Locale.ROOT).split(","))
                .map(CronDays::specialDay)
                .reduce(date -> days.get(date.getDayOfMonth()), Predicate::or);
    }

    /** Days of the week: numbers from 1 (Sunday), names, {@code L} (Saturday), {@code FRIL}, {@code FRI#3}. */
    static Predicate<LocalDate> ofWeek(String field) {
        BitSet days = CronField.DAY_OF_WEEK.values(field);
        return Arrays.stream(field.toUpperCase(Locale.ROOT).split(","))
                .map(CronDays::specialWeekday)
                .reduce(date -> days.get(number(date)), Predicate::or);
    }

    private static Predicate<LocalDate> specialDay(String part) {
        Matcher fromLast = FROM_LAST.matcher(part);
        if (fromLast.matches()) {
            int before = fromLast.group(1) == null ? 0 : Integer.parseInt(fromLast.group(1));
            boolean weekday = !fromLast.group(2).isEmpty();
            return date -> isDay(date, date.lengthOfMonth() - before, weekday);
        }
        Matcher nearest = NEAREST.matcher(part);
        if (nearest.matches()) {
            int day = Integer.parseInt(nearest.group(1));
            return date -> isDay(date, day, true);
        }
        return date -> false;
    }

    private static Predicate<LocalDate> specialWeekday(String part) {
        if (part.equals("L")) {
            return date -> date.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        Matcher last = LAST_WEEKDAY.matcher(part);
        if (last.matches()) {
            int day = CronField.DAY_OF_WEEK.numberOf(last.group(1));
            return date -> number(date) == day && date.getDayOfMonth() > date.lengthOfMonth() - WEEK;
        }
        Matcher nth = NTH_WEEKDAY.matcher(part);
        if (nth.matches()) {
            int day = CronField.DAY_OF_WEEK.numberOf(nth.group(1));
            int week = Integer.parseInt(nth.group(2));
            return date -> number(date) == day && (date.getDayOfMonth() - 1) / WEEK + 1 == week;
        }
        return date -> false;
    }

    private static boolean isDay(LocalDate date, int day, boolean weekday) {
        boolean exists = day >= 1 && day <= date.lengthOfMonth();
        return exists && date.getDayOfMonth() == (weekday ? nearestWeekday(date.withDayOfMonth(day)) : day);
    }

    /** Monday to Friday, in the same month. */
    private static int nearestWeekday(LocalDate date) {
        int day = date.getDayOfMonth();
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> day == 1 ? day + 2 : day - 1;
            case SUNDAY -> day == date.lengthOfMonth() ? day - 2 : day + 1;
            default -> day;
        };
    }

    /** From 1 (Sunday) to 7, as in Quartz. */
    private static int number(LocalDate date) {
        return date.getDayOfWeek().getValue() % WEEK + 1;
    }
}
