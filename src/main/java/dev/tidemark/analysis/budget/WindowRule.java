package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.storage.timeseries.Point;
import java.time.Instant;
import java.util.List;

/** A statistic over the runs of a span of time, taken anew at each of the last {@code of} runs. */
final class WindowRule {

    /** Under this many runs a statistic over a window says nothing. */
    static final int FEWEST_RUNS = 3;

    private WindowRule() {}

    /**
     * @param ends planned instants of the newest runs, newest first: each closes (inclusive) a window
     * @param points the metric's values at least from the oldest window's beginning on, in any order
     */
    static Verdict judge(Limit limit, List<Instant> ends, List<Point> points) {
        List<LimitValue> readings = ends.stream()
                .limit(limit.of())
                .map(end -> reading(limit, end, points))
                .toList();
        Verdict plain = LimitRule.judgeReadings(limit, readings);
        String over = limit.statistic().label() + " over "
                + DurationFormat.of(limit.window().orElseThrow());
        return plain.saying(over + ", " + plain.arithmetic());
    }

    private static LimitValue reading(Limit limit, Instant end, List<Point> points) {
        Instant after = end.minus(limit.window().orElseThrow());
        double[] values = points.stream()
                .filter(point -> point.at().isAfter(after) && !point.at().isAfter(end))
                .mapToDouble(Point::value)
                .toArray();
        return values.length < FEWEST_RUNS
                ? LimitValue.absent(values.length + " runs with " + limit.metric() + " in the window, " + FEWEST_RUNS
                        + " are needed")
                : LimitValue.of(limit.statistic().of(values));
    }
}
