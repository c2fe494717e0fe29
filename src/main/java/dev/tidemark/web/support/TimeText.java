package dev.tidemark.web.support;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats instants in one time zone and language, absolute or relative to now. */
public record TimeText(ZoneId zone, Instant now, Messages messages) {

    private static final DateTimeFormatter EXACT = pattern("d MMM uuuu, HH:mm:ss zzz");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm");
    private static final DateTimeFormatter DAY = pattern("d MMM HH:mm");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMM uuuu HH:mm");
    private static final DateTimeFormatter YEAR = pattern("d MMM uuuu");

    /** 21 Nov 2026, 14:03:20 CET. */
    public String exact(Instant at) {
        return written(EXACT, at);
    }

    /** The value of a datetime-local input: 2026-11-21T14:03. */
    public String field(Instant at) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The short form: the time today, day and time this year, otherwise the date. */
    public String brief(Instant at) {
        if (at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())) {
            return written(CLOCK, at);
        }
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return written(thisYear ? DAY : YEAR, at);
    }

    /** Date and time, the year only if it is another one: 21 Nov 14:03. For an end of a period, which is ambiguous without its date. */
    public String dateAndTime(Instant at) {
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return written(thisYear ? DAY : DAY_OF_YEAR, at);
    }

    /** "just now", "3 min ago", "in 2 h". */
    public String ago(Instant at) {
        Duration since = rounded(Duration.between(at, now));
        if (since.abs().compareTo(Duration.ofSeconds(10)) < 0) {
            return messages.get("common.time.justNow");
        }
        return since.isNegative()
                ? messages.of("common.time.in", DurationFormat.elapsed(since.negated()))
                : messages.of("common.time.ago", DurationFormat.elapsed(since));
    }

    private String written(DateTimeFormatter pattern, Instant at) {
        return pattern.withLocale(messages.language()).format(at.atZone(zone));
    }

    /** From 90 s on, seconds say nothing about an age: whole minutes. */
    private static Duration rounded(Duration age) {
        return age.abs().compareTo(Duration.ofSeconds(90)) < 0
                ? age
                : Duration.ofMinutes(Math.round(age.toMillis() / 60_000.0));
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
