package dev.tidemark.reporting.timeline;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.storage.timeseries.Point;
import java.util.List;
import java.util.Optional;

/**
 * Where a trouble began, though an incident opens only after some bad runs: going back from the run that opened it, as long as the
 * values are nearer to its own than to what was usual before.
 *
 * @param lastGood the run before the first bad one
 */
public record IncidentOnset(Point lastGood, Point firstBad) {

    private static final int MIN_RUNS = 5;

    /** @param points in order of time, the last one of the run that opened the incident; empty when too few or nothing stands out */
    public static Optional<IncidentOnset> of(List<Point> points) {
        if (points.size() < MIN_RUNS) {
            return Optional.empty();
        }
        int last = points.size() - 1;
        double baseline = Quantile.of(
                points.stream().limit(last).mapToDouble(Point::value).toArray(), 0.5);
        double bad = points.get(last).value();
        int first = last;
        while (first > 0
                && Math.abs(points.get(first - 1).value() - bad)
                        < Math.abs(points.get(first - 1).value() - baseline)) {
            first--;
        }
        return first == 0 || bad == baseline
                ? Optional.empty()
                : Optional.of(new IncidentOnset(points.get(first - 1), points.get(first)));
    }
}
