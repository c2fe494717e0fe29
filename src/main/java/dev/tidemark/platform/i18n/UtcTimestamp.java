package dev.tidemark.platform.i18n;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time in texts without a viewer (e-mails, stored log entries): in UTC, in the language of the installation. */
public final class UtcTimestamp {

    private static final String PATTERN = "d MMMM yyyy, HH:mm 'UTC'";
    private static final String PATTERN_WITH_SECONDS = "d MMMM yyyy, HH:mm:ss 'UTC'";

    private UtcTimestamp() {}

    /** To the minute: {@code 2 March 2026, 12:00 UTC}. */
    public static String of(Instant instant) {
        return format(PATTERN, instant);
    }

    /** To the second, for short events: {@code 2 March 2026, 12:00:07 UTC}. */
    public static String toTheSecond(Instant instant) {
        return format(PATTERN_WITH_SECONDS, instant);
    }

    private static String format(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, language())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** The language of the installation, for dates and numbers and for {@code <html lang>} of e-mails. */
    public static Locale language() {
        return InstallationLanguage.messages().language();
    }
}
