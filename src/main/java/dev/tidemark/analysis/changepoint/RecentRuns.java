package dev.tidemark.analysis.changepoint;

import dev.tidemark.storage.timeseries.Point;
import java.util.List;
import java.util.Optional;

/**
 * The latest runs of a series, oldest first.
 *
 * @param decided how many of the first of them led to a decision already: no suspicion begins with them again
 */
record RecentRuns(SeriesBaseline usual, List<Point> runs, int decided) {
    /** More of them are not looked at: what creeps in over a longer time is for limits and for comparing months. */
    static final int MOST = 30;

    private static final int SCATTER = 10;

    RecentRuns {
        runs = List.copyOf(runs);
    }

    Optional<ChangeCandidate> suspicion() {
        return ChangeCandidate.of(usual, undecided());
    }

    List<Point> undecided() {
        return runs.subList(decided, runs.size());
    }

    /** What a trial holds its runs against: a series that has begun to scatter is not one that has moved. */
    SeriesBaseline yardstick() {
        return runs.size() < SCATTER ? usual : usual.scattered(SeriesBaseline.spread(usual.season(), runs));
    }
}
