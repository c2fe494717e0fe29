package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses durations as ISO 8601 defines them ({@code PT5M}, {@code P1W}, {@code PT0.5H}, {@code PT01:30:00}) and as people write them
 * ({@code 5m}, {@code 1h30m}, {@code 90 s}, {@code 2 days}), to the millisecond. Duration.parse knows neither weeks nor fractions of
 * hours.
 */
public final class DurationParser {

    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final BigDecimal LONGEST_MILLIS = BigDecimal.valueOf(LONGEST.toMillis());
    private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";
    private static final Pattern ISO = Pattern.compile(
            "P(?=[\\d,.T])(?:NY)?(?:NM)?(?:NW)?(?:ND)?(?:T(?=\\d)(?:NH)?(?:NM)?(?:NS)?)?".replace("N", NUMBER));
    private static final String[] ISO_UNITS = {"y", "mo", "w", "d", "h", "m", "s"};
    private static final Pattern ISO_CLOCK = Pattern.compile("P(?:0000-00-(\\d\\d))?T(\\d\\d):(\\d\\d)(?::(\\d\\d))?");
    private static final Pattern PART = Pattern.compile("\\G\\s*(\\d+(?:[.,]\\d+)?|\\.\\d+)\\s*(\\p{L}+)\\s*");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private DurationParser() {}

    /** @throws InvalidValueException with the ISO 8601 form of what was probably meant */
    public static Duration parse(String text) {
        String given = text.replace('\u00a0', ' ').strip();
        String iso = given.toUpperCase(Locale.ROOT).replaceFirst("^\\+", "");
        if (given.startsWith("-") || given.startsWith("\u2212")) {
            throw new InvalidValueException("validation.duration.negative", text);
        }
        return isoClock(iso).or(() -> iso(text, iso)).orElseGet(() -> informal(text, given));
    }

    private static Optional<Duration> iso(String text, String iso) {
        Matcher matcher = ISO.matcher(iso);
        if (!matcher.matches()) {
            return java(text, iso);
        }
        List<DurationPart> parts = new ArrayList<>();
        for (int i = 0; i < ISO_UNITS.length; i++) {
            if (matcher.group(i + 1) != null) {
                parts.add(new DurationPart(number(matcher.group(i + 1)), ISO_UNITS[i]));
            }
        }
        if (parts.removeIf(part -> part.isCalendarUnit() && part.number().signum() == 0)) {
            return Optional.of(sum(text, parts));
        }
        return Optional.of(total(text, parts));
    }

    /** Signs inside, such as {@code PT-5M}. */
    private static Optional<Duration> java(String text, String iso) {
        try {
            Duration duration = Duration.parse(iso);
            if (duration.isNegative()) {
                throw new InvalidValueException("validation.duration.negative", text);
            }
            return Optional.of(duration);
        } catch (DateTimeParseException | ArithmeticException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> isoClock(String iso) {
        Matcher matcher = ISO_CLOCK.matcher(iso);
        return matcher.matches()
                ? Optional.of(clock(matcher.group(2), matcher.group(3), matcher.group(4))
                        .plusDays(matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    private static Duration informal(String text, String given) {
        Matcher clock = CLOCK.matcher(given);
        if (clock.matches()) {
            throw clockTime(text, clock);
        }
        if (PLAIN_NUMBER.matcher(given).matches()) {
            throw new InvalidValueException("validation.duration.noUnit", text, given);
        }
        List<DurationPart> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(given);
        int end = 0;
        while (matcher.find()) {
            parts.add(new DurationPart(number(matcher.group(1)), matcher.group(2)));
            end = matcher.end();
        }
        if (end < given.length() || parts.isEmpty() || given.matches(".*\\d,\\d{3}\\D.*")) {
            throw new InvalidValueException("validation.duration.invalid", text);
        }
        if (given.contains(",") || !parts.stream().allMatch(DurationPart::isKnown)) {
            throw meant(text, parts);
        }
        return total(text, parts);
    }

    /** Units in descending order, each once, and a fraction in the last part only, as in ISO 8601. */
    private static Duration total(String text, List<DurationPart> parts) {
        for (int i = 1; i < parts.size(); i++) {
            boolean fraction = parts.get(i - 1).number().stripTrailingZeros().scale() > 0;
            if (fraction || parts.get(i - 1).factor().compareTo(parts.get(i).factor()) <= 0) {
                throw meant(text, parts);
            }
        }
        return sum(text, parts);
    }

    private static InvalidValueException meant(String text, List<DurationPart> parts) {
        return new InvalidValueException("validation.duration.meant", text, sum(text, parts));
    }

    private static Duration sum(String text, List<DurationPart> parts) {
        if (parts.stream().anyMatch(DurationPart::isCalendarUnit)) {
            throw new InvalidValueException("validation.duration.calendarUnit", text);
        }
        if (parts.stream().anyMatch(part -> part.factor().signum() == 0)) {
            throw new InvalidValueException("validation.duration.invalid", text);
        }
        BigDecimal millis = parts.stream()
                .map(part -> part.number().multiply(part.factor()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
        if (millis.compareTo(LONGEST_MILLIS) > 0) {
            throw new InvalidValueException("validation.duration.tooLong", text, LONGEST);
        }
        return Duration.ofMillis(millis.longValueExact());
    }

    private static InvalidValueException clockTime(String text, Matcher time) {
        Duration hours = clock(time.group(1), time.group(2), time.group(3));
        return time.group(3) != null
                ? new InvalidValueException("validation.duration.meant", text, hours)
                : new InvalidValueException("validation.duration.ambiguous", text, hours, hours.dividedBy(60));
    }

    private static Duration clock(String hours, String minutes, String seconds) {
        return Duration.ofHours(Long.parseLong(hours))
                .plusMinutes(Long.parseLong(minutes))
                .plusSeconds(seconds == null ? 0 : Long.parseLong(seconds));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
