package dev.tidemark.platform.i18n;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time in texts without a viewer (e-mails, stored log entries): in UTC, in the language of the installation. */
public final class UtcTimestamp {

    private static final String PATTERN = "d MMMM yyyy, HH:mm 'UTC'";

    private UtcTimestamp() {}

    /** To the minute: {@code 2 March 2026, 12:00 UTC}. */
    public static String of(Instant instant) {
        return DateTimeFormatter.ofPattern(PATTERN, language())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** The language of the installation, for dates and numbers and for {@code <html lang>} of e-mails. */
    public static Locale language() {
        return InstallationLanguage.messages().language();
    }
}
