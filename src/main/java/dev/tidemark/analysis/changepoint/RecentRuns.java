package dev.tidemark.analysis.changepoint;

import dev.tidemark.storage.timeseries.Point;
import java.util.List;
import java.util.Optional;

/**
 * The latest runs of a series, oldest first.
 *
 * @param decided number of runs, from the oldest, that were part of a decided candidate; no new candidate begins with them
 */
record RecentRuns(SeriesBaseline seriesBaseline, List<Point> runs, int decided) {
    /** The maximum number of runs; slower changes are left to limits and to comparisons of periods. */
    static final int MAX_RUNS = 30;

    private static final int MIN_FOR_SPREAD = 10;

    RecentRuns {
        runs = List.copyOf(runs);
    }

    Optional<ChangeCandidate> candidate() {
        return ChangeCandidate.of(seriesBaseline, undecided());
    }

    List<Point> undecided() {
        return runs.subList(decided, runs.size());
    }

    /** The baseline for a test: with the larger spread of the latest runs, because more noise is not a change of the level. */
    SeriesBaseline baseline() {
        return runs.size() < MIN_FOR_SPREAD
                ? seriesBaseline
                : seriesBaseline.withSpreadAtLeast(SeriesBaseline.spread(seriesBaseline.season(), runs));
    }
}
