package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTransitionTest {

    /** The same table as in the manual, incidents.md. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, GOOD, PASSING, NONE", "UNKNOWN, WARNING, DEGRADED, OPENED",
        "UNKNOWN, CRITICAL, FAILING, OPENED", "UNKNOWN, UNKNOWN, UNKNOWN, NONE",
        "PASSING, GOOD, PASSING, NONE", "PASSING, WARNING, DEGRADED, OPENED",
        "PASSING, CRITICAL, FAILING, OPENED", "PASSING, UNKNOWN, UNKNOWN, NONE",
        "DEGRADED, GOOD, PASSING, RESOLVED", "DEGRADED, WARNING, DEGRADED, NONE",
        "DEGRADED, CRITICAL, FAILING, WORSENED", "DEGRADED, UNKNOWN, DEGRADED, NONE",
        "FAILING, GOOD, PASSING, RESOLVED", "FAILING, WARNING, DEGRADED, EASED",
        "FAILING, CRITICAL, FAILING, NONE", "FAILING, UNKNOWN, FAILING, NONE"
    })
    void whenAnAssessmentIsAppliedToAState_thenTheTransitionMatchesTheTable(
            ProbeState from, ConditionLevel assessment, ProbeState next, IncidentChange change) {
        assertThat(StateTransition.of(from, assessment)).isEqualTo(new StateTransition(next, change));
    }
}
