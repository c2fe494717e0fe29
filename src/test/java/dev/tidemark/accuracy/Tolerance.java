package dev.tidemark.accuracy;

import dev.tidemark.model.metric.Metric;
import java.util.List;

/** Tolerated difference of a metric from the reference in the same load: absolute, or relative. */
record Tolerance(Metric metric, double absolute, double share) {

    static final List<Tolerance> ALL = List.of(
            new Tolerance(Metric.TTFB, 5, 0.01),
            new Tolerance(Metric.FCP, 8, 0.01),
            new Tolerance(Metric.LCP, 8, 0.01),
            new Tolerance(Metric.CLS, 0.0001, 0),
            new Tolerance(Metric.TBT, 15, 0.05),
            new Tolerance(Metric.TTI, 20, 0.02),
            new Tolerance(Metric.INP, 16, 0),
            new Tolerance(Metric.of("BYTES_BODY"), 0, 0));

    boolean holds(double ours, double theirs) {
        return Math.abs(ours - theirs) <= Math.max(absolute, share * theirs);
    }

    String allowed() {
        if (absolute == 0) {
            return "equal";
        }
        String unit = metric.equals(Metric.CLS) ? "" : " ms";
        return AccuracyTable.number(absolute)
                + unit
                + (share > 0 ? " or " + AccuracyTable.number(share * 100) + " %" : "");
    }
}
