package dev.tidemark.reporting.timeline;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.storage.timeseries.Point;
import java.util.List;
import java.util.Optional;

/**
 * The onset of a problem, which precedes its incident by some bad runs: going back from the run that opened the incident, as long as
 * values are closer to its value than to the median of the runs before.
 *
 * @param lastGood the run before the first bad one
 */
public record IncidentOnset(Point lastGood, Point firstBad) {

    private static final int MIN_RUNS = 5;

    /** @param points oldest first, the last one of the run that opened the incident; the result is empty with too few, or without a
     *     deviation */
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
