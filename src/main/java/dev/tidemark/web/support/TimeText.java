package dev.tidemark.web.support;

import dev.tidemark.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Points in time and spans as people read them, in one zone and language, seen from now. Units are symbols, as they are everywhere. */
public record TimeText(ZoneId zone, Instant now, Messages phrases) {

    private static final DateTimeFormatter EXACT = pattern("d MMM uuuu, HH:mm:ss zzz");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm");
    private static final DateTimeFormatter DAY = pattern("d MMM HH:mm");
    private static final DateTimeFormatter YEAR = pattern("d MMM uuuu");

    /** 21 Nov 2026, 14:03:20 CET. */
    public String exact(Instant at) {
        return written(EXACT, at);
    }

    /** To the minute, as a form's field of date and time wants it: 2026-11-21T14:03. */
    public String field(Instant at) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** As short as can be: the time today, the day and time this year, the date before. */
    public String brief(Instant at) {
        if (at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())) {
            return written(CLOCK, at);
        }
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return written(thisYear ? DAY : YEAR, at);
    }

    /** "just now", "3 min ago", "in 2 h". */
    public String ago(Instant at) {
        Duration since = Duration.between(at, now);
        if (since.abs().compareTo(Duration.ofSeconds(10)) < 0) {
            return phrases.get("common.time.justNow");
        }
        return since.isNegative()
                ? phrases.of("common.time.in", span(since.negated()))
                : phrases.of("common.time.ago", span(since));
    }

    private String written(DateTimeFormatter pattern, Instant at) {
        return pattern.withLocale(phrases.language()).format(at.atZone(zone));
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The span in its one or two largest units: 45 s, 5 min, 2 h 10 min, 3 d. */
    public static String span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h" + (seconds % 3600 < 60 ? "" : " " + seconds % 3600 / 60 + " min");
        }
        return seconds / 86_400 + " d"
                + (seconds % 86_400 < 3600 || seconds >= 604_800 ? "" : " " + seconds % 86_400 / 3600 + " h");
    }
}
