package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** {@code Instant} also reads 24:00 and leap seconds, {@code OffsetDateTime} also times without seconds. */
    private static final List<Function<String, Instant>> FORMS = List.of(
            Instant::parse, text -> OffsetDateTime.parse(text).toInstant(), text -> OffsetDateTime.parse(text, BASIC)
                    .toInstant());

    private InstantParser() {}

    /** @throws InvalidValueException for other texts, such as a time without an offset, which means different instants */
    public static Instant parse(String text) {
        return FORMS.stream()
                .flatMap(form -> attempt(form, text).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("validation.instant.invalid", text));
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
