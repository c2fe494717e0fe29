package dev.tidemark.config.reader;

import dev.tidemark.config.document.NearestName;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.TreeSet;

/** Parses time zones. */
final class TimeZones {

    private TimeZones() {}

    /** The zone with an IANA name; the error message for an unknown name suggests the most similar one. */
    static ZoneId parse(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValueException(
                    "validation.zone.unknown",
                    name,
                    NearestName.suggestion(name, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                            .orElse(LocalizedMessage.of("validation.zone.hint")));
        }
    }
}
