package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as people read them: 1.83 s, 410 KB, 0.02; and exactly, for those who point at them. Sizes count in thousands. */
public final class ValueText {

    private ValueText() {}

    /** Three digits that matter, in the unit that fits. The score is shown from 0 to 100, as everywhere. */
    public static String of(Metric metric, double value) {
        return metric.plain().equals(Metric.SCORE) ? String.valueOf(Math.round(value * 100)) : of(metric.unit(), value);
    }

    public static String of(Unit unit, double value) {
        return switch (unit) {
            case MILLISECONDS -> time(value);
            case BYTES -> size(value);
            case COUNT -> grouped(value, 0);
            case PERCENT -> percent(value);
            case RATIO -> ratio(value);
        };
    }

    /** The number as it was measured, with its unit: 1,834.2 ms. */
    public static String exact(Metric metric, double value) {
        String number = grouped(value, metric.unit() == Unit.RATIO ? 4 : 1);
        return metric.unit() == Unit.MILLISECONDS || metric.unit() == Unit.BYTES
                ? number + " " + metric.unit().symbol()
                : number;
    }

    /** A difference with its sign: +210 ms, −0.03. */
    public static String change(Metric metric, double difference) {
        String size = of(metric, Math.abs(difference));
        return difference == 0 ? "±0" : (difference > 0 ? "+" : "−") + size;
    }

    /** A relative change with its sign: +12 %; from nothing to something has none. */
    public static String percentChange(double before, double after) {
        if (before == 0) {
            return after == 0 ? "±0 %" : "new";
        }
        long percent = Math.round((after - before) / before * 100);
        return percent == 0 ? "±0 %" : (percent > 0 ? "+" : "−") + Math.abs(percent) + " %";
    }

    private static String time(double millis) {
        if (millis < 999.5) {
            return grouped(millis, 0) + " ms";
        }
        if (millis < 59_950) {
            return fixed(millis / 1000, millis < 9_995 ? 2 : 1) + " s";
        }
        long seconds = Math.round(millis / 1000);
        return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }

    private static String size(double bytes) {
        if (bytes < 999.5) {
            return grouped(bytes, 0) + " B";
        }
        if (bytes < 999_500) {
            return fixed(bytes / 1e3, bytes < 9_950 ? 1 : 0) + " KB";
        }
        return bytes < 999_500_000
                ? fixed(bytes / 1e6, bytes < 9_995_000 ? 2 : 1) + " MB"
                : fixed(bytes / 1e9, 2) + " GB";
    }

    /** Near 100 the digits behind the point are what matters: 99.95 %. */
    private static String percent(double value) {
        String digits = grouped(value, value > 90 && value < 100 || value < 1 ? 3 : 1);
        return (digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits) + " %";
    }

    private static String ratio(double value) {
        return value != 0 && Math.abs(value) < 0.01 ? fixed(value, 3) : fixed(value, 2);
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String grouped(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        StringBuilder text = new StringBuilder(rounded.toPlainString());
        int point = text.indexOf(".");
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int at = (point < 0 ? text.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
