package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Statistic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A summary of the values of the runs from {@code at} on: of a day, or of several after {@link #merge}. */
public final class ValueSummary {
    private final Instant at;
    private final int runs;
    private final double lowest;
    private final double highest;
    private final double total;
    private final byte[] sketch;

    ValueSummary(Instant at, int runs, double lowest, double highest, double total, byte[] sketch) {
        this.at = at;
        this.runs = runs;
        this.lowest = lowest;
        this.highest = highest;
        this.total = total;
        this.sketch = sketch;
    }

    /** Summarizes one or more values. */
    static ValueSummary of(Instant at, double[] values) {
        return new ValueSummary(
                at,
                values.length,
                Statistic.MIN.of(values),
                Statistic.MAX.of(values),
                Arrays.stream(values).sum(),
                Sketch.of(values));
    }

    /** Merges one or more summaries; the result starts at {@code at}. */
    public static ValueSummary merge(Instant at, List<ValueSummary> parts) {
        return new ValueSummary(
                at,
                parts.stream().mapToInt(ValueSummary::runs).sum(),
                parts.stream().mapToDouble(one -> one.lowest).min().orElseThrow(),
                parts.stream().mapToDouble(one -> one.highest).max().orElseThrow(),
                parts.stream().mapToDouble(one -> one.total).sum(),
                Sketch.merge(parts.stream().map(one -> one.sketch).toList()));
    }

    public Instant at() {
        return at;
    }

    public int runs() {
        return runs;
    }

    public double value(Statistic statistic) {
        return switch (statistic) {
            case MIN -> lowest;
            case MAX -> highest;
            case MEAN -> total / runs;
            default -> quantile(statistic.fraction().orElseThrow());
        };
    }

    /** @param fraction from 0 to 1 */
    public double quantile(double fraction) {
        return Math.max(lowest, Math.min(highest, Sketch.quantile(sketch, fraction)));
    }

    byte[] sketch() {
        return sketch.clone();
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    double total() {
        return total;
    }
}
