package dev.tidemark.analysis.changepoint;

import dev.tidemark.storage.timeseries.Point;
import java.util.List;
import java.util.Optional;

/**
 * A candidate for a change, found by Page's cumulative sum (<a href="https://doi.org/10.1093/biomet/41.1-2.100">CUSUM</a>) of the
 * deviations from the baseline. Not sufficient for a notification: {@link SequentialTest} confirms or refutes it.
 *
 * @param begin index of the run with which the sum began to rise
 */
record ChangeCandidate(ChangeDirection direction, int begin) {
    private static final double THRESHOLD = 2.9;
    private static final double ALLOWANCE = 0.8;

    /** @param runs undecided runs, oldest first */
    static Optional<ChangeCandidate> of(SeriesBaseline baseline, List<Point> runs) {
        for (ChangeDirection direction : ChangeDirection.values()) {
            Optional<ChangeCandidate> found = of(baseline, runs, direction);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ChangeCandidate> of(SeriesBaseline baseline, List<Point> runs, ChangeDirection direction) {
        double sum = 0;
        double before = 0;
        int begin = 0;
        for (int i = 0; i < runs.size(); i++) {
            double distance = baseline.distance(runs.get(i));
            sum += direction.sign() * baseline.innovation(before, distance) - ALLOWANCE;
            before = distance;
            if (sum <= 0) {
                sum = 0;
                begin = i + 1;
            }
        }
        return sum > THRESHOLD ? Optional.of(new ChangeCandidate(direction, begin)) : Optional.empty();
    }
}
