package dev.tidemark.alerting.incident;

/**
 * The state for one type of incident, with the streaks that can change it. Runs without a conclusion are skipped.
 *
 * @param badInARow number of consecutive bad runs
 * @param goodInARow number of consecutive good runs
 */
record StateCounter(ProbeState state, int badInARow, int goodInARow) {

    static final StateCounter START = new StateCounter(ProbeState.UNKNOWN, 0, 0);

    /** The result of one more run. */
    StateCounter after(ConditionLevel assessment, Hysteresis damping) {
        StateCounter counted = count(assessment);
        return new StateCounter(
                StateTransition.of(state, counted.damped(assessment, damping)).next(),
                counted.badInARow,
                counted.goodInARow);
    }

    /** The effect of the same run on the incident. */
    IncidentChange changeBy(ConditionLevel assessment, Hysteresis damping) {
        return StateTransition.of(state, count(assessment).damped(assessment, damping))
                .change();
    }

    private StateCounter count(ConditionLevel assessment) {
        return switch (assessment) {
            case GOOD -> new StateCounter(state, 0, goodInARow + 1);
            case WARNING, CRITICAL -> new StateCounter(state, badInARow + 1, 0);
            case UNKNOWN -> this;
        };
    }

    private ConditionLevel damped(ConditionLevel assessment, Hysteresis damping) {
        boolean undecided =
                switch (assessment) {
                    case GOOD -> state.isBad() && goodInARow < damping.toResolve();
                    case WARNING, CRITICAL -> !state.isBad() && badInARow < damping.toOpen();
                    case UNKNOWN -> false;
                };
        return undecided ? ConditionLevel.UNKNOWN : assessment;
    }
}
