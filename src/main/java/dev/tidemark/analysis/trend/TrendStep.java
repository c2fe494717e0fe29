package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.storage.timeseries.StepValues;
import dev.tidemark.storage.timeseries.ValueSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs of one step: single values, or a summary. */
sealed interface TrendStep {
    Instant at();

    int runs();

    double value(Statistic statistic);

    double quantile(double fraction);

    static TrendStep of(StepValues values) {
        return new Single(values.at(), values.values());
    }

    /** Steps begin at multiples of the step since the epoch. */
    static List<TrendStep> merged(List<ValueSummary> days, Duration step) {
        Map<Instant, List<ValueSummary>> byStep = new TreeMap<>();
        for (ValueSummary day : days) {
            long begin = Math.floorDiv(day.at().toEpochMilli(), step.toMillis()) * step.toMillis();
            byStep.computeIfAbsent(Instant.ofEpochMilli(begin), at -> new ArrayList<>())
                    .add(day);
        }
        List<TrendStep> steps = new ArrayList<>();
        byStep.forEach((at, parts) -> steps.add(new Merged(ValueSummary.merge(at, parts))));
        return List.copyOf(steps);
    }

    default StepQuartiles quartiles() {
        return new StepQuartiles(
                at(),
                runs(),
                value(Statistic.MIN),
                quantile(0.25),
                value(Statistic.MEDIAN),
                value(Statistic.P75),
                value(Statistic.MAX));
    }

    /** The share of runs, which has no quartiles. */
    default StepQuartiles share() {
        double share = value(Statistic.MEAN);
        return new StepQuartiles(at(), runs(), share, share, share, share, share);
    }

    record Single(Instant at, double[] values) implements TrendStep {
        @Override
        public int runs() {
            return values.length;
        }

        @Override
        public double value(Statistic statistic) {
            return statistic.of(values);
        }

        @Override
        public double quantile(double fraction) {
            return Quantile.of(values, fraction);
        }
    }

    record Merged(ValueSummary summary) implements TrendStep {
        @Override
        public Instant at() {
            return summary.at();
        }

        @Override
        public int runs() {
            return summary.runs();
        }

        @Override
        public double value(Statistic statistic) {
            return summary.value(statistic);
        }

        @Override
        public double quantile(double fraction) {
            return summary.quantile(fraction);
        }
    }
}
