package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code start}, {@code length}, {@code zone}, {@code weekdays} and {@code days}. */
public final class CalendarRecurrenceReader {

    private final ValidationErrors faults;

    public CalendarRecurrenceReader(ValidationErrors faults) {
        this.faults = faults;
    }

    public Optional<CalendarRecurrence> read(MappingReader section) {
        Optional<LocalTime> start = section.made("start", LocalTime::parse);
        if (!section.has("start")) {
            section.fault("start", "start is missing; write one such as 22:00");
        }
        Set<DayOfWeek> weekdays = new LinkedHashSet<>(section.each("weekdays", CalendarRecurrenceReader::weekday));
        Set<Integer> days = new LinkedHashSet<>(section.each("days", Integer::valueOf));
        ZoneId zone = zone(section);
        Optional<Duration> span = length(section);
        return start.flatMap(time -> span.flatMap(length ->
                faults.attempt(section.placeOf("start"), () -> new CalendarRecurrence(weekdays, days, time, length, zone))));
    }

    static Optional<Duration> length(MappingReader section) {
        if (!section.has("length")) {
            section.fault("length", "length is missing; write one such as PT2H");
        }
        return section.span("length");
    }

    /** UTC when none is named. */
    public static ZoneId zone(MappingReader section) {
        return section.made("zone", ZoneId::of).orElse(ZoneOffset.UTC);
    }

    /** {@code monday} or {@code MON}. */
    public static DayOfWeek weekday(String text) {
        String given = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> given.length() >= 3 && day.name().startsWith(given))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("weekday \"" + text + "\" is unknown; write one such as monday"));
    }
}
