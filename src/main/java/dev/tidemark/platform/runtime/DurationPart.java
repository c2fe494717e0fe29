package dev.tidemark.platform.runtime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/** One number and unit of a duration, such as {@code 30 min}. */
record DurationPart(BigDecimal number, String unit) {

    private enum Unit {
        MILLISECOND(1, "ms", "msec", "msecs", "millis", "millisecond", "milliseconds"),
        SECOND(1_000, "s", "sec", "secs", "second", "seconds"),
        MINUTE(60_000, "m", "min", "mins", "minute", "minutes"),
        HOUR(3_600_000, "h", "hr", "hrs", "hour", "hours"),
        DAY(86_400_000, "d", "day", "days"),
        WEEK(604_800_000, "w", "wk", "wks", "week", "weeks");

        private final BigDecimal millis;
        private final List<String> names;

        Unit(long millis, String... names) {
            this.millis = BigDecimal.valueOf(millis);
            this.names = List.of(names);
        }

        private boolean hasName(String text) {
            return names.contains(text);
        }

        private boolean hasStart(String text) {
            return text.length() > DISTINCT
                    && names.stream().anyMatch(name -> name.startsWith(text.substring(0, DISTINCT)));
        }
    }

    /** The number of letters that distinguish the units. */
    private static final int DISTINCT = 3;

    private static final List<String> CALENDAR_UNITS =
            List.of("mo", "mon", "mons", "month", "months", "y", "yr", "yrs", "year", "years");

    /** Months and years have no fixed length. */
    boolean isCalendarUnit() {
        return CALENDAR_UNITS.contains(lowerCase());
    }

    /** Whether the unit is spelled like one; a single {@code M} could be a month. */
    boolean isKnown() {
        return isCalendarUnit()
                || !unit.equals("M") && Arrays.stream(Unit.values()).anyMatch(one -> one.names.contains(lowerCase()));
    }

    /** Milliseconds per unit; an unknown unit is the one that starts with the same letters, or zero. */
    BigDecimal factor() {
        return unit(Unit::hasName)
                .or(() -> unit(Unit::hasStart))
                .map(one -> one.millis)
                .orElse(BigDecimal.ZERO);
    }

    private Optional<Unit> unit(BiPredicate<Unit, String> rule) {
        return Arrays.stream(Unit.values())
                .filter(one -> rule.test(one, lowerCase()))
                .findFirst();
    }

    private String lowerCase() {
        return unit.toLowerCase(Locale.ROOT);
    }
}
