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
    StateCounter after(ConditionLevel level, Hysteresis hysteresis) {
        StateCounter counted = count(level);
        return new StateCounter(
                StateTransition.of(state, counted.applyHysteresis(level, hysteresis))
                        .next(),
                counted.consecutiveBad,
                counted.consecutiveGood);
    }

    /** The effect of the same run on the incident. */
    IncidentChange changeBy(ConditionLevel level, Hysteresis hysteresis) {
        return StateTransition.of(state, count(level).applyHysteresis(level, hysteresis))
                .change();
    }

    private StateCounter count(ConditionLevel level) {
        return switch (level) {
            case GOOD -> new StateCounter(state, 0, consecutiveGood + 1);
            case WARNING, CRITICAL -> new StateCounter(state, consecutiveBad + 1, 0);
            case UNKNOWN -> this;
        };
    }

    private ConditionLevel applyHysteresis(ConditionLevel level, Hysteresis hysteresis) {
        boolean undecided =
                switch (level) {
                    case GOOD -> state.isBad() && consecutiveGood < hysteresis.toResolve();
                    case WARNING, CRITICAL -> !state.isBad() && consecutiveBad < hysteresis.toOpen();
                    case UNKNOWN -> false;
                };
        return undecided ? ConditionLevel.UNKNOWN : level;
    }
}
