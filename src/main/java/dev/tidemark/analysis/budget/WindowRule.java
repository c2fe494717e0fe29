package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.timeseries.Point;
import java.time.Instant;
import java.util.List;

/** Evaluates a statistic over a sliding window that ends at each of the last {@code of} runs. */
final class WindowRule {

    /** Minimum number of runs for a statistic over a window. */
    static final int MIN_RUNS = 3;

    private WindowRule() {}

    /**
     * @param ends scheduled times of the newest runs, newest first: the inclusive ends of the windows
     * @param points values of the metric, at least from the start of the oldest window, in any order
     */
    static Verdict evaluate(Limit limit, List<Instant> ends, List<Point> points) {
        List<LimitValue> values = ends.stream()
                .limit(limit.of())
                .map(end -> valueAt(limit, end, points))
                .toList();
        Verdict verdict = LimitRule.evaluateValues(limit, values);
        return verdict.withCalculation(LocalizedMessage.of(
                "budget.calculation.window",
                limit.statistic().label(),
                DurationFormat.of(limit.window().orElseThrow()),
                verdict.calculation()));
    }

    private static LimitValue valueAt(Limit limit, Instant end, List<Point> points) {
        Instant after = end.minus(limit.window().orElseThrow());
        double[] values = points.stream()
                .filter(point -> point.at().isAfter(after) && !point.at().isAfter(end))
                .mapToDouble(Point::value)
                .toArray();
        return values.length < MIN_RUNS
                ? LimitValue.absent(LocalizedMessage.of(
                        "budget.calculation.tooFewRunsInWindow", values.length, limit.metric(), MIN_RUNS))
                : LimitValue.of(limit.statistic().of(values));
    }
}
