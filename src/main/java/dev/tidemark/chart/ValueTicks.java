package dev.tidemark.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Round values along an axis: steps of 1, 2 or 5 times a power of ten, so that the ends are ticks too.
 *
 * <p>The axis starts at 0, unless the lowest value is over 60 % of the highest: then the changes would be invisible.
 */
record ValueTicks(double low, double high, List<Double> ticks) {

    private static final double ZERO_BELOW = 0.6;

    /** @param wanted about how many steps there should be, at least 1 */
    static ValueTicks over(double lowest, double highest, int wanted) {
        double top = highest > 0 ? highest : 1;
        double bottom = lowest > ZERO_BELOW * top ? lowest : 0;
        double step = niceStep(Math.max(top - bottom, top * 0.05) / wanted);
        long first = (long) Math.floor(bottom / step + 1e-9);
        long last = Math.max((long) Math.ceil(top / step - 1e-9), first + 1);
        List<Double> ticks = IntStream.rangeClosed(0, (int) (last - first))
                .mapToObj(i -> (first + i) * step)
                .toList();
        return new ValueTicks(first * step, last * step, ticks);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        double nice = mantissa <= 1.0001 ? 1 : mantissa <= 2.0001 ? 2 : mantissa <= 5.0001 ? 5 : 10;
        return nice * power;
    }
}
