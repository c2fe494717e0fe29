package dev.tidemark.analysis.trend;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Runs that are missing for a significant difference between two periods.
 *
 * @param inEach whether both periods need them, because more runs of the later one alone would not be enough
 */
public record RunsNeeded(int runs, boolean inEach) {

    private static final int MOST = 10_000;

    /** @param effect Cliff's delta of the runs so far; 1 if the values of both periods do not overlap */
    static RunsNeeded of(double effect, int earlierRuns, int laterRuns) {
        OptionalInt later = smallest(more -> PeriodComparison.isSignificant(effect, earlierRuns, laterRuns + more));
        OptionalInt both =
                smallest(more -> PeriodComparison.isSignificant(effect, earlierRuns + more, laterRuns + more));
        boolean laterIsEnough = later.isPresent() && later.getAsInt() <= 4 * both.orElse(MOST);
        return new RunsNeeded(laterIsEnough ? later.getAsInt() : both.orElse(MOST), !laterIsEnough);
    }

    /** Of periods without a significance test, whose values do not overlap so far. */
    public static RunsNeeded withoutOverlap(int earlierRuns, int laterRuns) {
        return of(1, earlierRuns, laterRuns);
    }

    /** Whether it is unlikely, at the 10 % level, that all values of one period exceed all of the other: 2 / (n choose m). */
    public static boolean isUnlikelyByChance(int earlierRuns, int laterRuns) {
        double ways = IntStream.rangeClosed(1, laterRuns)
                .mapToDouble(i -> (double) (earlierRuns + i) / i)
                .reduce(1, (product, factor) -> product * factor);
        return 2 / ways < PeriodComparison.LIKELY;
    }

    private static OptionalInt smallest(IntPredicate enough) {
        return IntStream.rangeClosed(1, MOST).filter(enough).findFirst();
    }
}
