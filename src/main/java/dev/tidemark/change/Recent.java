package dev.tidemark.change;

import dev.tidemark.series.Point;
import java.util.List;
import java.util.Optional;

/**
 * The latest runs of a series, oldest first.
 *
 * @param decided how many of the first of them led to a decision already: no suspicion begins with them again
 */
record Recent(Usual usual, List<Point> runs, int decided) {
    /** More of them are not looked at: what creeps in over a longer time is for limits and for comparing months. */
    static final int MOST = 30;

    private static final int SCATTER = 10;

    Recent {
        runs = List.copyOf(runs);
    }

    Optional<Suspicion> suspicion() {
        return Suspicion.of(usual, undecided());
    }

    List<Point> undecided() {
        return runs.subList(decided, runs.size());
    }

    /** What a trial holds its runs against: a series that has begun to scatter is not one that has moved. */
    Usual yardstick() {
        return runs.size() < SCATTER ? usual : usual.scattered(Usual.spread(usual.season(), runs));
    }
}
