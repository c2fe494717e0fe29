package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.TimeValue;
import java.util.List;

/**
 * The trend of a metric over an interval at one location, ready to be drawn.
 *
 * @param runs number of runs
 * @param dots single runs, oldest first, downsampled if there are many; empty where only daily summaries are read, and for shares of
 *     runs
 * @param distribution values with the distribution of all runs: the values themselves, or equally spaced quantiles
 */
public record Trend(int runs, List<TimeValue> dots, List<StepQuartiles> steps, double[] distribution) {
    static final Trend NONE = new Trend(0, List.of(), List.of(), new double[0]);

    public Trend {
        dots = List.copyOf(dots);
        steps = List.copyOf(steps);
    }

    public boolean isDownsampled() {
        return dots.size() < runs;
    }
}
