package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.TimeValue;
import java.util.List;

/**
 * How a metric went over a range at one location, ready to be drawn.
 *
 * @param runs how many there were
 * @param dots the single runs, oldest first: all, or evenly fewer with all of the highest; none where only days are known
 * @param distribution values that lie as those of all runs do: themselves, or of very many equally spaced quantiles
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
