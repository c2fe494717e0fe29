package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses time zones. */
public final class TimeZones {

    /** The zone that is meant where several share an abbreviation, as CST of Chicago and Shanghai. */
    private static final Set<ZoneId> PREFERRED = Stream.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "America/Halifax",
                    "America/St_Johns",
                    "Pacific/Honolulu",
                    "Europe/London",
                    "Europe/Berlin",
                    "Europe/Athens",
                    "Europe/Lisbon",
                    "Asia/Kolkata",
                    "Asia/Dubai",
                    "Australia/Sydney",
                    "Australia/Adelaide")
            .map(ZoneId::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final DateTimeFormatter ABBREVIATION = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendZoneText(TextStyle.SHORT, PREFERRED)
            .toFormatter(Locale.US);

    private TimeZones() {}

    /**
     * The zone with an IANA name. The error message for an unknown name suggests the zone of an abbreviation such as EST, which
     * says nothing about daylight saving time, or the most similar name.
     */
    public static ZoneId parse(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValueException(LocalizedMessage.of("validation.zone.unknown", name, hint(name)), unknown);
        }
    }

    private static LocalizedMessage hint(String name) {
        return abbreviated(name)
                .map(zone -> LocalizedMessage.of("validation.zone.abbreviation", zone))
                .or(() -> city(name).map(zone -> LocalizedMessage.of("validation.hint.nearest", zone)))
                .or(() -> NearestName.suggestion(name, new TreeSet<>(ZoneId.getAvailableZoneIds())))
                .orElse(LocalizedMessage.of("validation.zone.hint"));
    }

    private static Optional<ZoneId> abbreviated(String name) {
        try {
            return Optional.of(ABBREVIATION.parse(name, ZoneId::from))
                    .filter(zone -> zone.getId().contains("/"));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<String> city(String name) {
        String end = "/" + name.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(id -> !id.startsWith("SystemV/")
                                && id.toLowerCase(Locale.ROOT).endsWith(end))
                        .findFirst();
    }
}
