package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ConditionLevel.CRITICAL;
import static dev.tidemark.alerting.incident.ConditionLevel.GOOD;
import static dev.tidemark.alerting.incident.ConditionLevel.UNKNOWN;
import static dev.tidemark.alerting.incident.ConditionLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StateCounterTest {

    /** The effect of each step, from the start. */
    private static List<IncidentChange> changes(Hysteresis damping, ConditionLevel... assessments) {
        List<IncidentChange> changes = new ArrayList<>();
        StateCounter standing = StateCounter.START;
        for (ConditionLevel one : assessments) {
            changes.add(standing.changeBy(one, damping));
            standing = standing.after(one, damping);
        }
        return changes;
    }

    @Nested
    class GivenTwoToOpenAndTwoToResolve {

        private final Hysteresis damping = new Hysteresis(2, 2);

        @Test
        void whenItFailsTwiceInARow_thenTheSecondFailureOpens() {
            assertThat(changes(damping, GOOD, CRITICAL, CRITICAL, CRITICAL))
                    .containsExactly(
                            IncidentChange.NONE, IncidentChange.NONE, IncidentChange.OPENED, IncidentChange.NONE);
        }

        @Test
        void whenItFailsEverySecondTime_thenNoIncidentOpens() {
            assertThat(changes(damping, CRITICAL, GOOD, CRITICAL, GOOD, CRITICAL, GOOD))
                    .containsOnly(IncidentChange.NONE);
        }

        @Test
        void whenAMonitorFailureIsBetween_thenItIsIgnored() {
            assertThat(changes(damping, CRITICAL, UNKNOWN, UNKNOWN, CRITICAL))
                    .containsExactly(
                            IncidentChange.NONE, IncidentChange.NONE, IncidentChange.NONE, IncidentChange.OPENED);
        }

        @Test
        void whenOneGoodRunLiesBetweenFailures_thenTheIncidentStaysOpen() {
            assertThat(changes(damping, CRITICAL, CRITICAL, GOOD, CRITICAL, GOOD, GOOD))
                    .containsExactly(
                            IncidentChange.NONE,
                            IncidentChange.OPENED,
                            IncidentChange.NONE,
                            IncidentChange.NONE,
                            IncidentChange.NONE,
                            IncidentChange.RESOLVED);
        }

        @Test
        void whenTheFirstRunFails_thenThereIsNoVerdictYet() {
            StateCounter standing = StateCounter.START.after(GOOD, damping).after(CRITICAL, damping);

            assertThat(standing).isEqualTo(new StateCounter(ProbeState.UNKNOWN, 1, 0));
        }
    }

    @Nested
    class GivenNoDamping {

        @Test
        void whenItGetsWorseAndBetter_thenEachStepIsAChange() {
            assertThat(changes(new Hysteresis(1, 1), WARNING, CRITICAL, WARNING, GOOD, GOOD))
                    .containsExactly(
                            IncidentChange.OPENED,
                            IncidentChange.WORSENED,
                            IncidentChange.EASED,
                            IncidentChange.RESOLVED,
                            IncidentChange.NONE);
        }
    }

    @Nested
    class GivenARandomSequence {

        @RepeatedTest(200)
        void whenRunsComeInAnyOrder_thenOpenedAndResolvedAlternateAndFollowTheState(RepetitionInfo repetition) {
            Random random = new Random(repetition.getCurrentRepetition());
            Hysteresis damping = new Hysteresis(1 + random.nextInt(3), 1 + random.nextInt(3));
            StateCounter standing = StateCounter.START;
            boolean open = false;
            int badInARow = 0;
            for (int run = 0; run < 300; run++) {
                ConditionLevel one = ConditionLevel.values()[random.nextInt(4)];
                badInARow = one == GOOD ? 0 : one == UNKNOWN ? badInARow : badInARow + 1;
                IncidentChange change = standing.changeBy(one, damping);
                ProbeState before = standing.state();
                standing = standing.after(one, damping);
                switch (change) {
                    case OPENED -> {
                        assertThat(open).isFalse();
                        assertThat(badInARow).isGreaterThanOrEqualTo(damping.toOpen());
                        open = true;
                    }
                    case RESOLVED -> {
                        assertThat(open).isTrue();
                        assertThat(one).isEqualTo(GOOD);
                        open = false;
                    }
                    case WORSENED, EASED -> assertThat(open).isTrue();
                    case NONE -> assertThat(standing.state().isBad()).isEqualTo(before.isBad());
                }
                assertThat(standing.state().isBad()).isEqualTo(open);
            }
        }
    }
}
