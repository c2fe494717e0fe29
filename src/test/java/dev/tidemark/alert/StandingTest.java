package dev.tidemark.alert;

import static dev.tidemark.alert.Assessment.CRITICAL;
import static dev.tidemark.alert.Assessment.GOOD;
import static dev.tidemark.alert.Assessment.UNKNOWN;
import static dev.tidemark.alert.Assessment.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StandingTest {

    /** The changes of each step, from the start on. */
    private static List<Change> changes(Damping damping, Assessment... assessments) {
        List<Change> changes = new ArrayList<>();
        Standing standing = Standing.START;
        for (Assessment one : assessments) {
            changes.add(standing.changeBy(one, damping));
            standing = standing.after(one, damping);
        }
        return changes;
    }

    @Nested
    class GivenTwoToOpenAndTwoToResolve {

        private final Damping damping = new Damping(2, 2);

        @Test
        void whenItFailsTwiceInARow_thenTheSecondFailureOpens() {
            assertThat(changes(damping, GOOD, CRITICAL, CRITICAL, CRITICAL))
                    .containsExactly(Change.NONE, Change.NONE, Change.OPENED, Change.NONE);
        }

        @Test
        void whenItFailsEverySecondTime_thenNothingOpens() {
            assertThat(changes(damping, CRITICAL, GOOD, CRITICAL, GOOD, CRITICAL, GOOD))
                    .containsOnly(Change.NONE);
        }

        @Test
        void whenAFaultOfOursLiesBetween_thenItNeitherBreaksNorAddsToTheRow() {
            assertThat(changes(damping, CRITICAL, UNKNOWN, UNKNOWN, CRITICAL))
                    .containsExactly(Change.NONE, Change.NONE, Change.NONE, Change.OPENED);
        }

        @Test
        void whenOneGoodRunLiesBetweenFailures_thenTheIncidentStaysOpen() {
            assertThat(changes(damping, CRITICAL, CRITICAL, GOOD, CRITICAL, GOOD, GOOD))
                    .containsExactly(
                            Change.NONE, Change.OPENED, Change.NONE, Change.NONE, Change.NONE, Change.RESOLVED);
        }

        @Test
        void whenTheFirstRunFails_thenThereIsNoVerdictYet() {
            Standing standing = Standing.START.after(GOOD, damping).after(CRITICAL, damping);

            assertThat(standing).isEqualTo(new Standing(State.NO_VERDICT, 1, 0));
        }
    }

    @Nested
    class GivenNoDamping {

        @Test
        void whenItGetsWorseAndBetter_thenEachStepIsAChange() {
            assertThat(changes(new Damping(1, 1), WARNING, CRITICAL, WARNING, GOOD, GOOD))
                    .containsExactly(Change.OPENED, Change.WORSENED, Change.EASED, Change.RESOLVED, Change.NONE);
        }
    }

    @Nested
    class GivenAnyWalk {

        @RepeatedTest(200)
        void whenRunsComeInAnyOrder_thenOpenedAndResolvedAlternateAndFollowTheState(RepetitionInfo repetition) {
            Random random = new Random(repetition.getCurrentRepetition());
            Damping damping = new Damping(1 + random.nextInt(3), 1 + random.nextInt(3));
            Standing standing = Standing.START;
            boolean open = false;
            int badInARow = 0;
            for (int run = 0; run < 300; run++) {
                Assessment one = Assessment.values()[random.nextInt(4)];
                badInARow = one == GOOD ? 0 : one == UNKNOWN ? badInARow : badInARow + 1;
                Change change = standing.changeBy(one, damping);
                State before = standing.state();
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
