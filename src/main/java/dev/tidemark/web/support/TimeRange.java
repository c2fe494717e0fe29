package dev.tidemark.web.support;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The time range that a page shows.
 *
 * @param name 1h, 6h, 24h, 7d, 30d, 90d, 1y, or custom
 * @param correction which invalid parameters were corrected; blank if none
 */
public record TimeRange(String name, Instant from, Instant to, LocalizedMessage correction) {

    public static final Map<String, Duration> PRESETS = new LinkedHashMap<>();
    public static final String DEFAULT = "7d";
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3660);

    static {
        PRESETS.put("1h", Duration.ofHours(1));
        PRESETS.put("6h", Duration.ofHours(6));
        PRESETS.put("24h", Duration.ofDays(1));
        PRESETS.put("7d", Duration.ofDays(7));
        PRESETS.put("30d", Duration.ofDays(30));
        PRESETS.put("90d", Duration.ofDays(90));
        PRESETS.put("1y", Duration.ofDays(365));
    }

    /** The name of the shortest range that includes all runs since the first; at most the default. */
    public static String shortestSince(Instant first, Instant now) {
        return PRESETS.entrySet().stream()
                .filter(preset -> !first.isBefore(now.minus(preset.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(name -> PRESETS.get(name).compareTo(PRESETS.get(DEFAULT)) < 0)
                .orElse(DEFAULT);
    }

    /** Reads the parameters of a URL; invalid ones are corrected, and {@code correction} says how. */
    public static TimeRange read(String name, String from, String to, Instant now, ZoneId zone) {
        if (isBlank(from) && isBlank(to)) {
            Duration span = PRESETS.get(isBlank(name) ? DEFAULT : name);
            LocalizedMessage correction =
                    span == null ? LocalizedMessage.of("timeRange.unknown", name) : LocalizedMessage.EMPTY;
            Duration length = span == null ? PRESETS.get(DEFAULT) : span;
            Instant end = nextMinute(now);
            return new TimeRange(span == null || isBlank(name) ? DEFAULT : name, end.minus(length), end, correction);
        }
        Optional<Instant> start = instant(from, zone);
        Optional<Instant> end = isBlank(to) ? Optional.of(now) : instant(to, zone);
        if (start.isEmpty() || end.isEmpty()) {
            return new TimeRange(
                    DEFAULT,
                    nextMinute(now).minus(PRESETS.get(DEFAULT)),
                    nextMinute(now),
                    LocalizedMessage.of("timeRange.incomplete"));
        }
        return custom(start.get(), end.get(), now);
    }

    /**
     * Rounds to the minute, so that an unchanged page stays identical for a minute and is served from the browser's
     * cache.
     */
    private static Instant nextMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(SHORTEST);
    }

    private static TimeRange custom(Instant start, Instant end, Instant now) {
        LocalizedMessage correction = LocalizedMessage.EMPTY;
        if (start.isAfter(end)) {
            Instant swapped = start;
            start = end;
            end = swapped;
            correction = LocalizedMessage.of("timeRange.swapped");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            start = end.minus(LONGEST);
            correction = LocalizedMessage.of("timeRange.tooLong");
        }
        if (end.isAfter(now.plus(Duration.ofDays(1)))) {
            end = now;
            start = start.isBefore(now) ? start : now.minus(PRESETS.get("24h"));
            correction = LocalizedMessage.of("timeRange.future");
        }
        if (Duration.between(start, end).compareTo(SHORTEST) < 0) {
            start = end.minus(SHORTEST);
        }
        return new TimeRange("custom", start, end, correction);
    }

    public boolean isCustom() {
        return name.equals("custom");
    }

    public Interval interval() {
        return new Interval(from, to);
    }

    Duration span() {
        return Duration.between(from, to);
    }

    /** The step that divides the range into some 50 to 100 parts. */
    public Duration step() {
        return Stream.of(
                        1L,
                        2L,
                        5L,
                        10L,
                        15L,
                        30L,
                        60L,
                        180L,
                        360L,
                        720L,
                        1440L,
                        2880L,
                        7L * 1440,
                        14L * 1440,
                        30L * 1440)
                .map(Duration::ofMinutes)
                .filter(step -> span().dividedBy(step) <= 96)
                .findFirst()
                .orElse(Duration.ofDays(60));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Instant> instant(String text, ZoneId zone) {
        Stream<Function<String, Instant>> readers = Stream.of(
                Instant::parse,
                one -> OffsetDateTime.parse(one).toInstant(),
                one -> LocalDateTime.parse(one).atZone(zone).toInstant(),
                one -> LocalDate.parse(one).atStartOfDay(zone).toInstant());
        return readers.map(reader -> attempt(reader, text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> attempt(Function<String, Instant> reader, String text) {
        try {
            Instant read = reader.apply(text.strip());
            boolean believable = read.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                    && read.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
            return believable ? Optional.of(read) : Optional.empty();
        } catch (DateTimeException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
