package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTransitionTest {

    /** The same table as in the manual, alerts.md. */
    @ParameterizedTest
    @CsvSource({
        "NO_VERDICT, GOOD, PASSING, NONE", "NO_VERDICT, WARNING, DEGRADED, OPENED",
        "NO_VERDICT, CRITICAL, FAILING, OPENED", "NO_VERDICT, UNKNOWN, NO_VERDICT, NONE",
        "PASSING, GOOD, PASSING, NONE", "PASSING, WARNING, DEGRADED, OPENED",
        "PASSING, CRITICAL, FAILING, OPENED", "PASSING, UNKNOWN, NO_VERDICT, NONE",
        "DEGRADED, GOOD, PASSING, RESOLVED", "DEGRADED, WARNING, DEGRADED, NONE",
        "DEGRADED, CRITICAL, FAILING, WORSENED", "DEGRADED, UNKNOWN, DEGRADED, NONE",
        "FAILING, GOOD, PASSING, RESOLVED", "FAILING, WARNING, DEGRADED, EASED",
        "FAILING, CRITICAL, FAILING, NONE", "FAILING, UNKNOWN, FAILING, NONE"
    })
    void whenAnAssessmentMeetsAState_thenTheTableSaysWhatFollows(
            ProbeState from, ConditionLevel assessment, ProbeState next, IncidentChange change) {
        assertThat(StateTransition.of(from, assessment)).isEqualTo(new StateTransition(next, change));
    }
}
