package dev.tidemark.alert;

import static dev.tidemark.alert.Assessment.CRITICAL;
import static dev.tidemark.alert.Assessment.GOOD;
import static dev.tidemark.alert.Assessment.UNKNOWN;
import static dev.tidemark.alert.Assessment.WARNING;
import static dev.tidemark.alert.State.DEGRADED;
import static dev.tidemark.alert.State.FAILING;
import static dev.tidemark.alert.State.NO_VERDICT;
import static dev.tidemark.alert.State.PASSING;

import java.util.EnumMap;
import java.util.Map;

/** The one table of states: what an assessment makes of a state, and what that is to the incident. */
record Transition(State next, Change change) {

    private static final Map<State, Map<Assessment, Transition>> TABLE = new EnumMap<>(State.class);

    static {
        row(NO_VERDICT, PASSING, Change.NONE, DEGRADED, Change.OPENED, FAILING, Change.OPENED, NO_VERDICT);
        row(PASSING, PASSING, Change.NONE, DEGRADED, Change.OPENED, FAILING, Change.OPENED, NO_VERDICT);
        row(DEGRADED, PASSING, Change.RESOLVED, DEGRADED, Change.NONE, FAILING, Change.WORSENED, DEGRADED);
        row(FAILING, PASSING, Change.RESOLVED, DEGRADED, Change.EASED, FAILING, Change.NONE, FAILING);
    }

    static Transition of(State from, Assessment assessment) {
        return TABLE.get(from).get(assessment);
    }

    private static void row(
            State from,
            State good,
            Change whenGood,
            State warning,
            Change whenWarning,
            State critical,
            Change whenCritical,
            State unknown) {
        Map<Assessment, Transition> row = new EnumMap<>(Assessment.class);
        row.put(GOOD, new Transition(good, whenGood));
        row.put(WARNING, new Transition(warning, whenWarning));
        row.put(CRITICAL, new Transition(critical, whenCritical));
        row.put(UNKNOWN, new Transition(unknown, Change.NONE));
        TABLE.put(from, row);
    }
}
