package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;

/** The smallest change that anybody cares for: below it a series may do what it likes. */
final class MinimumEffect {
    private static final double TIME_SHARE = 0.03;
    private static final double TIME_MILLIS = 20;
    private static final double WEIGHT_SHARE = 0.02;
    private static final double WEIGHT_BYTES = 2_048;
    private static final double COUNT = 1;
    private static final double SHIFT = 0.02;

    private MinimumEffect() {}

    /** In the metric's unit, for a series at this level: 3 % and 20 ms of a time, 2 % and 2 KiB of bytes, 0.02 of CLS. */
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
