package dev.tidemark.alerting.incident;

/**
 * The state for one type of incident, with the streaks that can change it. Runs without a conclusion are skipped.
 *
 * @param consecutiveBad number of consecutive bad runs
 * @param consecutiveGood number of consecutive good runs
 */
record StateCounter(ProbeState state, int consecutiveBad, int consecutiveGood) {

    static final StateCounter START = new StateCounter(ProbeState.UNKNOWN, 0, 0);

    /** The result of one more run. */
    StateCounter after(ConditionLevel assessment, Hysteresis damping) {
        StateCounter counted = count(assessment);
        return new StateCounter(
                StateTransition.of(state, counted.applyHysteresis(assessment, damping))
                        .next(),
                counted.consecutiveBad,
                counted.consecutiveGood);
    }

    /** The effect of the same run on the incident. */
    IncidentChange changeBy(ConditionLevel assessment, Hysteresis damping) {
        return StateTransition.of(state, count(assessment).applyHysteresis(assessment, damping))
                .change();
    }

    private StateCounter count(ConditionLevel assessment) {
        return switch (assessment) {
            case GOOD -> new StateCounter(state, 0, consecutiveGood + 1);
            case WARNING, CRITICAL -> new StateCounter(state, consecutiveBad + 1, 0);
            case UNKNOWN -> this;
        };
    }

    private ConditionLevel applyHysteresis(ConditionLevel assessment, Hysteresis damping) {
        boolean undecided =
                switch (assessment) {
                    case GOOD -> state.isBad() && consecutiveGood < damping.toResolve();
                    case WARNING, CRITICAL -> !state.isBad() && consecutiveBad < damping.toOpen();
                    case UNKNOWN -> false;
                };
        return undecided ? ConditionLevel.UNKNOWN : assessment;
    }
}
