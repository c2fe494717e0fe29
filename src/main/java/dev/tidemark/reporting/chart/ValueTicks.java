package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ticks of a value axis at multiples of 1, 2 or 5 times a power of ten; both ends of the axis are ticks.
 *
 * <p>The axis starts at 0, unless the lowest value is over 60 % of the highest, where changes would be invisible. If all values
 * are within 4 % of each other, it starts at 0 as well, so as not to magnify noise.
 */
record ValueTicks(double low, double high, List<Double> ticks) {

    private static final double ZERO_BELOW = 0.6;
    private static final double ZERO_ABOVE = 0.96;
    /** Ratios below this value have three decimals, others two. */
    private static final double FINE = 0.01;

    /** About that many steps, or fewer, so that all tick labels differ: 0 to 1 ms has one step. */
    static ValueTicks over(Metric metric, double lowest, double highest, int targetSteps) {
        double smallest =
                switch (metric.unit()) {
                    case RATIO -> highest < FINE ? 0.001 : FINE;
                    default -> 1;
                };
        for (int steps = targetSteps; steps > 1; steps--) {
            ValueTicks ticks = over(lowest, highest, steps, smallest);
            long labels = ticks.ticks().stream()
                    .map(tick -> MetricFormat.of(metric, tick))
                    .distinct()
                    .count();
            if (labels == ticks.ticks().size()) {
                return ticks;
            }
        }
        return over(lowest, highest, 1, smallest);
    }

    /** @param targetSteps approximate number of steps, at least 1 */
    static ValueTicks over(double lowest, double highest, int targetSteps) {
        return over(lowest, highest, targetSteps, 0);
    }

    private static ValueTicks over(double lowest, double highest, int targetSteps, double smallest) {
        double top = highest > 0 ? highest : 1;
        double bottom = lowest > ZERO_BELOW * top && lowest <= ZERO_ABOVE * top ? lowest : 0;
        double step = Math.max(smallest, niceStep((top - bottom) / targetSteps));
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
