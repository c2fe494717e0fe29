package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Reads timestamps of ISO 8601 with a time zone offset: {@code 2026-03-10T12:00:00Z}, without seconds
 * ({@code 2026-03-10T12:00Z}), with an offset ({@code 2026-03-10T13:00+01:00}), and the basic form ({@code 20260310T120000Z}).
 */
public final class InstantParser {

    private static final DateTimeFormatter BASIC = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd'T'HHmm[ss]")
            .appendOffset("+HHMM", "Z")
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter();

    private static final int DATE_AND_DASHES = 10;

    private InstantParser() {}

    /** @throws InvalidValueException for other texts, such as a time without an offset, which means different instants */
    public static Instant parse(String text) {
        try {
            boolean isBasic = text.indexOf('T') >= 0 && text.indexOf('T') < DATE_AND_DASHES;
            return (isBasic ? OffsetDateTime.parse(text, BASIC) : OffsetDateTime.parse(text)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValueException(LocalizedMessage.of("validation.instant.invalid", text), e);
        }
    }
}
