package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A value as people say it: {@code 3.9 s}, {@code 480 ms}, {@code 1.2 MB}, {@code 0.105}. */
public final class Figure {

    private static final int MOST_DECIMALS = 3;

    /** A bound that is missed by less than that is missed by nothing that was measured. */
    private static final int FINEST_DECIMALS = 6;

    private Figure() {}

    public static String of(Unit unit, double value) {
        return of(unit, value, unit == Unit.RATIO ? MOST_DECIMALS : 1);
    }

    /** The value with all its digits (at most three decimals), as a bound is written. */
    public static String exact(Unit unit, double value) {
        return of(unit, value, MOST_DECIMALS);
    }

    /** The value with as many decimals (1 to 6) as it takes to read differently from the other one. */
    public static String unlike(Unit unit, double value, double other) {
        for (int decimals = 1; decimals < FINEST_DECIMALS; decimals++) {
            String words = of(unit, value, decimals);
            if (!words.equals(of(unit, other, decimals))) {
                return words;
            }
        }
        return of(unit, value, FINEST_DECIMALS);
    }

    private static String of(Unit unit, double value, int decimals) {
        return switch (unit) {
            case MILLISECONDS ->
                value < 1000 ? round(value, decimals - 1) + " ms" : round(value / 1000, decimals) + " s";
            case BYTES -> bytes(value, decimals);
            case COUNT -> round(value, decimals - 1);
            case PERCENT -> round(value, MOST_DECIMALS) + " %";
            case RATIO -> round(value, decimals);
        };
    }

    private static String bytes(double value, int decimals) {
        if (value < 1_000) {
            return round(value, 0) + " B";
        }
        return value < 1_000_000
                ? round(value / 1_000, decimals - 1) + " kB"
                : round(value / 1_000_000, decimals) + " MB";
    }

    private static String round(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
