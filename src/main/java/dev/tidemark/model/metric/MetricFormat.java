package dev.tidemark.model.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Formats metric values the same way on pages and in charts, e-mails, badges and logs: {@code 412 ms}, {@code 2.09 MB}, {@code
 * 0.105}, {@code 98.81 %}, {@code 1,234}; the score from 0 to 100. Times are formatted by {@link DurationFormat}. The charts'
 * script ({@code app.js}) formats the same way; both are tested with {@code format-cases.json}.
 */
public final class MetricFormat {

    /** Further digits are noise. */
    private static final int MAX_EXTRA_DIGITS = 6;

    private static final int FACTOR_FROM = 10;
    private static final String[] LARGE_SIZES = {"kB", "MB", "GB"};

    private MetricFormat() {}

    public static String of(Metric metric, double value) {
        return of(metric, value, 0);
    }

    public static String of(Unit unit, double value) {
        return of(unit, value, 0);
    }

    /** The measured value without rounding to a larger unit: {@code 1,834.2 ms}. */
    public static String exact(Metric metric, double value) {
        if (isScore(metric)) {
            return grouped(value * 100, 2);
        }
        String number = grouped(value, metric.unit() == Unit.RATIO ? 4 : 1);
        return switch (metric.unit()) {
            case MILLISECONDS, BYTES -> number + " " + metric.unit().symbol();
            case PERCENT -> percent(value);
            case COUNT, RATIO -> number;
        };
    }

    /** A threshold, with as many digits as it has: {@code 2.50 s}, {@code 2.512 s}. */
    public static String limit(Metric metric, double limit) {
        String all = of(metric, limit, MAX_EXTRA_DIGITS);
        for (int extra = 0; extra < MAX_EXTRA_DIGITS; extra++) {
            String text = of(metric, limit, extra);
            if (isSameNumber(text, all)) {
                return text;
            }
        }
        return all;
    }

    /**
     * A value shown next to its threshold; it gets more digits where the two differ but would look the same ({@code 2.5004 s}).
     */
    public static String against(Metric metric, double value, double limit) {
        for (int extra = 0; value != limit && extra < MAX_EXTRA_DIGITS; extra++) {
            String text = of(metric, value, extra);
            if (!text.equals(of(metric, limit, extra)) && !text.equals(limit(metric, limit))) {
                return text;
            }
        }
        return value == limit ? limit(metric, limit) : of(metric, value, MAX_EXTRA_DIGITS);
    }

    /** A difference with its sign: {@code +210 ms}, {@code −0.03}, and {@code ±0} where it rounds to 0. */
    public static String difference(Metric metric, double difference) {
        String size = of(metric, Math.abs(difference));
        return size.equals(of(metric, 0)) ? "±0" : (difference > 0 ? "+" : "−") + size;
    }

    /**
     * The relative change: {@code +14 %}, {@code −8 %}, {@code ±0 %}; {@code ×12} from more than 10 times on; empty from 0 to
     * another value.
     */
    public static String relativeChange(double before, double after) {
        if (before == 0) {
            return after == 0 ? "±0 %" : "";
        }
        if (after / before > FACTOR_FROM) {
            return "×" + factor(after / before);
        }
        long percent = Math.round((after - before) / before * 100);
        return percent == 0 ? "±0 %" : (percent > 0 ? "+" : "−") + Math.abs(percent) + " %";
    }

    /** A factor: {@code 2.3}; without decimals from 10 on. */
    public static String factor(double times) {
        BigDecimal rounded = round(times, 1);
        return rounded.doubleValue() < FACTOR_FROM ? rounded.toPlainString() : grouped(times, 0);
    }

    /** A percentage from 0 to 100, with at most two decimals. Only exact values are shown as {@code 100 %} and {@code 0 %}. */
    public static String percent(double value) {
        return percent(value, 0);
    }

    public static String count(double count) {
        return grouped(count, 0);
    }

    private static String of(Metric metric, double value, int extra) {
        return isScore(metric)
                ? grouped(round(BigDecimal.valueOf(value).movePointRight(2), extra))
                : of(metric.unit(), value, extra);
    }

    private static String of(Unit unit, double value, int extra) {
        return switch (unit) {
            case MILLISECONDS -> DurationFormat.ofMillis(value, extra);
            case BYTES -> bytes(value, extra);
            case COUNT -> grouped(round(value, extra));
            case PERCENT -> percent(value, extra);
            case RATIO -> ratio(value, extra);
        };
    }

    private static boolean isScore(Metric metric) {
        return metric.plain().equals(Metric.SCORE);
    }

    /** Three digits in decimal units, as in browsers' developer tools. */
    private static String bytes(double bytes, int extra) {
        BigDecimal exact = BigDecimal.valueOf(bytes);
        BigDecimal small = round(exact, extra);
        if (small.compareTo(BigDecimal.valueOf(1000)) < 0) {
            return small.toPlainString() + " B";
        }
        for (String symbol : LARGE_SIZES) {
            exact = exact.movePointLeft(3);
            for (int decimals = 2; decimals >= 0; decimals--) {
                BigDecimal rounded = round(exact, decimals + extra);
                if (rounded.compareTo(BigDecimal.TEN.pow(3 - decimals)) < 0) {
                    return rounded.toPlainString() + " " + symbol;
                }
            }
        }
        return grouped(round(exact, extra)) + " GB";
    }

    private static String percent(double value, int extra) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = round(exact, 2 + extra);
        for (int decimals = 3 + extra;
                decimals <= 2 + MAX_EXTRA_DIGITS && isZeroOrHundred(rounded) && !isZeroOrHundred(exact);
                decimals++) {
            rounded = round(exact, decimals);
        }
        return rounded.signum() == 0 ? "0 %" : grouped(rounded.stripTrailingZeros()) + " %";
    }

    private static boolean isZeroOrHundred(BigDecimal share) {
        return share.signum() == 0 || share.compareTo(BigDecimal.valueOf(100)) == 0;
    }

    private static String ratio(double value, int extra) {
        BigDecimal rounded = round(value, 3 + extra);
        return rounded.setScale(Math.max(2, rounded.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static boolean isSameNumber(String text, String other) {
        return withoutZeros(text).equals(withoutZeros(other));
    }

    /** Maps 2.50 s and 2.500 s to the same text: 2.5 s. */
    private static String withoutZeros(String text) {
        return text.replaceAll("(\\.\\d*?)0+(?=\\D|$)", "$1").replaceAll("\\.(?=\\D|$)", "");
    }

    private static BigDecimal round(double value, int decimals) {
        return round(BigDecimal.valueOf(value), decimals);
    }

    private static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String grouped(double value, int decimals) {
        BigDecimal rounded = round(value, decimals);
        return grouped(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
    }

    private static String grouped(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int point = text.indexOf(".");
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int at = (point < 0 ? text.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
