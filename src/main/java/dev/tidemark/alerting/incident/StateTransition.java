package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeState.DEGRADED;
import static dev.tidemark.alerting.incident.ProbeState.FAILING;
import static dev.tidemark.alerting.incident.ProbeState.PASSING;
import static dev.tidemark.alerting.incident.ProbeState.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;

/** The table of state transitions: the next state for each state and assessment, and the effect on the incident. */
record StateTransition(ProbeState next, IncidentChange change) {

    private static final Map<ProbeState, Map<ConditionLevel, StateTransition>> TABLE = new EnumMap<>(ProbeState.class);

    static {
        row(
                UNKNOWN,
                PASSING,
                IncidentChange.NONE,
                DEGRADED,
                IncidentChange.OPENED,
                FAILING,
                IncidentChange.OPENED,
                UNKNOWN);
        row(
                PASSING,
                PASSING,
                IncidentChange.NONE,
                DEGRADED,
                IncidentChange.OPENED,
                FAILING,
                IncidentChange.OPENED,
                UNKNOWN);
        row(
                DEGRADED,
                PASSING,
                IncidentChange.RESOLVED,
                DEGRADED,
                IncidentChange.NONE,
                FAILING,
                IncidentChange.WORSENED,
                DEGRADED);
        row(
                FAILING,
                PASSING,
                IncidentChange.RESOLVED,
                DEGRADED,
                IncidentChange.EASED,
                FAILING,
                IncidentChange.NONE,
                FAILING);
    }

    static StateTransition of(ProbeState from, ConditionLevel level) {
        return TABLE.get(from).get(level);
    }

    private static void row(
            ProbeState from,
            ProbeState good,
            IncidentChange whenGood,
            ProbeState warning,
            IncidentChange whenWarning,
            ProbeState critical,
            IncidentChange whenCritical,
            ProbeState unknown) {
        Map<ConditionLevel, StateTransition> row = new EnumMap<>(ConditionLevel.class);
        row.put(ConditionLevel.GOOD, new StateTransition(good, whenGood));
        row.put(ConditionLevel.WARNING, new StateTransition(warning, whenWarning));
        row.put(ConditionLevel.CRITICAL, new StateTransition(critical, whenCritical));
        row.put(ConditionLevel.UNKNOWN, new StateTransition(unknown, IncidentChange.NONE));
        TABLE.put(from, row);
    }
}
