package dev.tidemark.trend;

import dev.tidemark.measurement.Quantile;
import java.time.Instant;

/** How the runs of one step lie: the median, and the middle half between its 25th and 75th percentile. */
public record Spread(Instant at, int runs, double lowest, double p25, double median, double p75, double highest) {
    static Spread of(Instant at, double[] values) {
        return new Spread(
                at,
                values.length,
                Quantile.of(values, 0),
                Quantile.of(values, 0.25),
                Quantile.of(values, 0.5),
                Quantile.of(values, 0.75),
                Quantile.of(values, 1));
    }
}
