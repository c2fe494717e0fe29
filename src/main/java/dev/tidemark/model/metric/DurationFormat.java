package dev.tidemark.model.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Durations in the one or two units that fit: {@code 412 ms}, {@code 2.31 s}, {@code 45.2 s}, from 90 s {@code 1 min 35 s}, from
 * 90 min {@code 2 h 5 min}, from 36 h {@code 3 d 4 h}. A value that rounds up to the next form takes that form. The charts'
 * script ({@code app.js}) formats the same way; both run the cases of {@code format-cases.json}.
 */
public final class DurationFormat {

    private static final BigDecimal SECOND_IN_MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal TEN_SECONDS = BigDecimal.TEN;
    private static final BigDecimal MINUTES_FROM = BigDecimal.valueOf(90);
    private static final BigDecimal HOURS_FROM = BigDecimal.valueOf(90 * 60);
    private static final BigDecimal DAYS_FROM = BigDecimal.valueOf(36 * 3600);
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    private DurationFormat() {}

    /** A planned or elapsed duration. Whole seconds have no decimals: {@code 30 s}, {@code 90 d}. */
    public static String of(Duration duration) {
        double millis = duration.toMillis();
        String text = ofMillis(Math.abs(millis), 0).replaceFirst("\\.0+ s$", " s");
        return millis < 0 ? "−" + text : text;
    }

    /** The time between two instants, in whole seconds; 0 s if negative. */
    public static String elapsed(Duration duration) {
        return duration.toSeconds() < 1 ? "0 s" : of(Duration.ofSeconds(duration.toSeconds()));
    }

    /**
     * A measured time.
     *
     * @param millis at least 0
     * @param extra additional digits: more decimals, or first the smaller units where two units are shown
     */
    static String ofMillis(double millis, int extra) {
        BigDecimal exact = BigDecimal.valueOf(millis);
        BigDecimal rounded = round(exact, extra);
        if (rounded.compareTo(SECOND_IN_MILLIS) < 0) {
            return rounded.toPlainString() + " ms";
        }
        BigDecimal seconds = exact.movePointLeft(3);
        BigDecimal fine = round(seconds, 2 + extra);
        if (fine.compareTo(TEN_SECONDS) < 0) {
            return fine.toPlainString() + " s";
        }
        BigDecimal coarse = round(seconds, 1 + extra);
        return coarse.compareTo(MINUTES_FROM) < 0 ? coarse.toPlainString() + " s" : inTwoUnits(seconds, extra);
    }

    private static String inTwoUnits(BigDecimal seconds, int extra) {
        BigDecimal toSecond = round(seconds, extra);
        if (toSecond.compareTo(HOURS_FROM) < 0) {
            return units(toSecond, MINUTE);
        }
        BigDecimal toMinute = extra == 0 ? roundTo(MINUTE, seconds) : round(seconds, extra - 1);
        if (toMinute.compareTo(DAYS_FROM) < 0) {
            return units(toMinute, HOUR);
        }
        BigDecimal toHour =
                switch (extra) {
                    case 0 -> roundTo(HOUR, seconds);
                    case 1 -> roundTo(MINUTE, seconds);
                    default -> round(seconds, extra - 2);
                };
        return units(toHour, DAY);
    }

    /** All units from the largest one down that are not 0. */
    private static String units(BigDecimal seconds, int largest) {
        long whole = seconds.longValue();
        BigDecimal rest = seconds.subtract(BigDecimal.valueOf(whole - whole % MINUTE));
        String days = largest == DAY ? unit(whole / DAY, "d") : "";
        String hours = largest == MINUTE ? "" : unit(largest == DAY ? whole % DAY / HOUR : whole / HOUR, "h");
        String minutes = unit(largest == MINUTE ? whole / MINUTE : whole % HOUR / MINUTE, "min");
        String text = days + hours + minutes + (rest.signum() == 0 ? "" : rest.toPlainString() + " s");
        return text.strip();
    }

    private static String unit(long count, String symbol) {
        return count == 0 ? "" : count + " " + symbol + " ";
    }

    private static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal roundTo(int step, BigDecimal seconds) {
        BigDecimal size = BigDecimal.valueOf(step);
        return seconds.divide(size, 0, RoundingMode.HALF_UP).multiply(size);
    }
}
