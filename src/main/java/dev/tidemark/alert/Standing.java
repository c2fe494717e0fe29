package dev.tidemark.alert;

/**
 * Where a concern stands after some runs.
 *
 * @param badInARow latest runs that were bad without a good one between; those that say nothing are skipped
 * @param goodInARow latest runs that were good without a bad one between
 */
record Standing(State state, int badInARow, int goodInARow) {

    static final Standing START = new Standing(State.NO_VERDICT, 0, 0);

    /** The standing after one more run. */
    Standing after(Assessment assessment, Damping damping) {
        Standing counted = count(assessment);
        return new Standing(
                Transition.of(state, counted.damped(assessment, damping)).next(),
                counted.badInARow,
                counted.goodInARow);
    }

    /** What the same run is to the incident. */
    Change changeBy(Assessment assessment, Damping damping) {
        return Transition.of(state, count(assessment).damped(assessment, damping))
                .change();
    }

    private Standing count(Assessment assessment) {
        return switch (assessment) {
            case GOOD -> new Standing(state, 0, goodInARow + 1);
            case WARNING, CRITICAL -> new Standing(state, badInARow + 1, 0);
            case UNKNOWN -> this;
        };
    }

    private Assessment damped(Assessment assessment, Damping damping) {
        boolean undecided =
                switch (assessment) {
                    case GOOD -> state.isBad() && goodInARow < damping.toResolve();
                    case WARNING, CRITICAL -> !state.isBad() && badInARow < damping.toOpen();
                    case UNKNOWN -> false;
                };
        return undecided ? Assessment.UNKNOWN : assessment;
    }
}
