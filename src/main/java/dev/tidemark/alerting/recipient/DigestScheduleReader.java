package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.TimeZones;
import dev.tidemark.config.maintenance.CalendarRecurrence;
import dev.tidemark.config.maintenance.CalendarRecurrenceReader;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads {@code digest}, {@code digestAt}, {@code digestOn} and {@code digestZone} of a contact group. */
final class DigestScheduleReader {

    private static final String WEEKLY = "weekly";

    private final MappingReader section;

    DigestScheduleReader(MappingReader section) {
        this.section = section;
    }

    /** @param quietHours the quiet hours, whose time zone is the default */
    Optional<DigestSchedule> read(Optional<CalendarRecurrence> quietHours) {
        Optional<String> kind = section.parsed("digest", DigestScheduleReader::kind);
        LocalTime at = section.parsed("digestAt", DigestScheduleReader::time).orElse(DigestSchedule.DEFAULT_TIME);
        DayOfWeek day =
                section.parsed("digestOn", CalendarRecurrenceReader::weekday).orElse(DigestSchedule.DEFAULT_DAY);
        Optional<ZoneId> zone = section.parsed("digestZone", TimeZones::parse);
        if (!section.has("digest")) {
            List.of("digestAt", "digestOn", "digestZone").stream()
                    .filter(section::has)
                    .forEach(key -> section.addError(key, LocalizedMessage.of("validation.digest.missing", key)));
        }
        if (section.has("digestOn") && kind.filter(WEEKLY::equals).isEmpty() && kind.isPresent()) {
            section.addError("digestOn", LocalizedMessage.of("validation.digestOn.daily"));
        }
        return kind.map(one -> new DigestSchedule(
                one.equals(WEEKLY) ? Optional.of(day) : Optional.empty(),
                at,
                zone.or(() -> quietHours.map(CalendarRecurrence::zone)).orElse(DigestSchedule.UTC)));
    }

    private static String kind(String text) {
        if (!text.equals("daily") && !text.equals(WEEKLY)) {
            throw new InvalidValueException("validation.digest.unknown", text);
        }
        return text;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(LocalizedMessage.of("validation.digestAt.invalid", text), e);
        }
    }
}
