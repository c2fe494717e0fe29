package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.TimeZones;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DateTimeException;
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

    private final ValidationErrors errors;

    public CalendarRecurrenceReader(ValidationErrors errors) {
        this.errors = errors;
    }

    public Optional<CalendarRecurrence> read(MappingReader section) {
        Optional<LocalTime> start = section.parsed("start", CalendarRecurrenceReader::time);
        if (!section.has("start")) {
            section.addError("start", LocalizedMessage.of("validation.start.missing"));
        }
        Set<DayOfWeek> weekdays =
                new LinkedHashSet<>(section.parsedItems("weekdays", CalendarRecurrenceReader::weekday));
        Set<Integer> days = new LinkedHashSet<>(section.parsedItems("days", CalendarRecurrenceReader::day));
        ZoneId zone = zone(section);
        Optional<Duration> span = length(section);
        return start.flatMap(time -> span.flatMap(length -> errors.tryCreate(
                section.placeOf("start"), () -> new CalendarRecurrence(weekdays, days, time, length, zone))));
    }

    static Optional<Duration> length(MappingReader section) {
        if (!section.has("length")) {
            section.addError("length", LocalizedMessage.of("validation.length.missing"));
        }
        return section.duration("length");
    }

    /** The zone of the section; UTC by default. */
    public static ZoneId zone(MappingReader section) {
        return section.parsed("zone", TimeZones::parse).orElse(ZoneOffset.UTC);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException invalid) {
            throw new InvalidValueException(LocalizedMessage.of("validation.start.invalid", text), invalid);
        }
    }

    private static int day(String text) {
        if (!text.matches("[0-9]{1,2}")) {
            throw new InvalidValueException("validation.days.range", text);
        }
        return Integer.parseInt(text);
    }

    /** {@code monday} or {@code MON}. */
    public static DayOfWeek weekday(String text) {
        String given = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> given.length() >= 3 && day.name().startsWith(given))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("validation.weekdays.unknown", text));
    }
}
