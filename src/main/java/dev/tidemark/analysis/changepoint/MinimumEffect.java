package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;

/** The minimum relevant change; smaller ones are ignored. */
final class MinimumEffect {
    private static final double TIME_SHARE = 0.03;
    private static final double TIME_MILLIS = 20;
    private static final double WEIGHT_SHARE = 0.02;
    private static final double WEIGHT_BYTES = 2_048;
    private static final double COUNT = 1;
    private static final double SHIFT = 0.02;

    private MinimumEffect() {}

    /**
     * The larger of a share and an absolute value: 3 % and 20 ms of times, 2 % and 2,048 bytes of sizes, 3 % and 1 of counts; 0.02 of CLS.
     *
     * @param level the level of the series, in the metric's unit
     * @return the minimum change, in the metric's unit
     */
    static double of(Metric metric, double level) {
        return switch (metric.unit()) {
            case MILLISECONDS -> Math.max(TIME_MILLIS, TIME_SHARE * level);
            case BYTES -> Math.max(WEIGHT_BYTES, WEIGHT_SHARE * level);
            case COUNT -> Math.max(COUNT, TIME_SHARE * level);
            case RATIO -> SHIFT;
            case PERCENT -> COUNT;
        };
    }
}
