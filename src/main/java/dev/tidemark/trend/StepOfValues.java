package dev.tidemark.trend;

import dev.tidemark.measurement.Quantile;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.series.StepValues;
import dev.tidemark.series.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of one step, be they known one by one or summed up. */
sealed interface StepOfValues {
    Instant at();

    int runs();

    double value(Statistic statistic);

    double quantile(double fraction);

    static StepOfValues of(StepValues values) {
        return new Single(values.at(), values.values());
    }

    /** Steps begin at multiples of the step since the epoch. */
    static List<StepOfValues> merged(List<Summary> days, Duration step) {
        Map<Instant, List<Summary>> byStep = new TreeMap<>();
        for (Summary day : days) {
            long begin = Math.floorDiv(day.at().toEpochMilli(), step.toMillis()) * step.toMillis();
            byStep.computeIfAbsent(Instant.ofEpochMilli(begin), at -> new ArrayList<>())
                    .add(day);
        }
        List<StepOfValues> steps = new ArrayList<>();
        byStep.forEach((at, parts) -> steps.add(new Merged(Summary.merge(at, parts))));
        return List.copyOf(steps);
    }

    default Spread spread() {
        return new Spread(
                at(),
                runs(),
                value(Statistic.MIN),
                quantile(0.25),
                value(Statistic.MEDIAN),
                value(Statistic.P75),
                value(Statistic.MAX));
    }

    record Single(Instant at, double[] values) implements StepOfValues {
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

    record Merged(Summary summary) implements StepOfValues {
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
