package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of the x-axis at full hours, midnights or first days of months in the viewer's zone. */
final class TimeTicks {

    /** @param major also labelled on a narrow chart, which shows every second label */
    record Tick(Instant at, LocalizedMessage label, boolean major) {}

    private static final int MAX_TICKS = 9;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final List<Duration> HOURLY = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final List<Integer> DAILY = List.of(1, 2, 7, 14);

    private TimeTicks() {}

    static List<Tick> of(Interval interval, ZoneId zone) {
        Duration span = interval.length();
        for (Duration step : HOURLY) {
            if (span.dividedBy(step) < MAX_TICKS) {
                return hourly(interval, zone, step);
            }
        }
        for (int days : DAILY) {
            if (span.toDays() / days < MAX_TICKS) {
                return daily(interval, zone, days);
            }
        }
        return monthly(interval, zone, (int) Math.max(1, Math.ceil(span.toDays() / 30.0 / MAX_TICKS)));
    }

    private static List<Tick> hourly(Interval interval, ZoneId zone, Duration step) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = interval.from().atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (!at.toInstant().isAfter(interval.to())) {
            boolean midnight = at.getHour() == 0 && at.getMinute() == 0;
            add(ticks, interval.from(), at, midnight ? day(at) : LocalizedMessage.verbatim(CLOCK.format(at)));
            at = at.plus(step);
        }
        return ticks;
    }

    private static List<Tick> daily(Interval interval, ZoneId zone, int days) {
        List<Tick> ticks = new ArrayList<>();
        long aligned = Math.floorDiv(interval.from().atZone(zone).toLocalDate().toEpochDay(), (long) days) * days;
        ZonedDateTime at = java.time.LocalDate.ofEpochDay(aligned).atStartOfDay(zone);
        while (!at.toInstant().isAfter(interval.to())) {
            add(ticks, interval.from(), at, day(at));
            at = at.plusDays(days);
        }
        return ticks;
    }

    private static List<Tick> monthly(Interval interval, ZoneId zone, int months) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at =
                interval.from().atZone(zone).toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
        while (!at.toInstant().isAfter(interval.to())) {
            add(
                    ticks,
                    interval.from(),
                    at,
                    LocalizedMessage.of("chart.axis.month", monthOf(at), String.valueOf(at.getYear())));
            at = at.plusMonths(months);
        }
        return ticks;
    }

    private static LocalizedMessage day(ZonedDateTime at) {
        return LocalizedMessage.of("chart.axis.day", String.valueOf(at.getDayOfMonth()), monthOf(at));
    }

    private static LocalizedMessage monthOf(ZonedDateTime at) {
        return LocalizedMessage.of("chart.axis.month." + at.getMonthValue());
    }

    private static void add(List<Tick> ticks, Instant from, ZonedDateTime at, LocalizedMessage label) {
        if (!at.toInstant().isBefore(from)) {
            ticks.add(new Tick(at.toInstant(), label, ticks.size() % 2 == 0));
        }
    }
}
