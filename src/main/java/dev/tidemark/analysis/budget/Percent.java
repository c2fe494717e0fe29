package dev.tidemark.analysis.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats a share: {@code 99.95 %}. Never rounds up to 100 or down to 0. */
public final class Percent {

    private static final int DECIMALS = 3;

    private Percent() {}

    public static String of(double value) {
        RoundingMode mode = value > 50 ? RoundingMode.DOWN : RoundingMode.UP;
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_EVEN).setScale(DECIMALS, mode);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + " %";
    }
}
