package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.failed;
import static dev.tidemark.alerting.incident.ProbeScenario.maintained;
import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.alerting.incident.ProbeScenario.probe;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static dev.tidemark.model.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentTrackerIT {

    private static TestEntities entities;

    private final ManualClock clock = new ManualClock(ProbeScenario.START);
    private final Probe shop = probe("shop", "a@shop.example", "b@shop.example");
    private TransactionalOutbox outbox;
    private IncidentTracker book;

    @BeforeAll
    static void connect() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
    }

    @AfterAll
    static void close() {
        entities.close();
    }

    @BeforeEach
    void empty() {
        entities.inTransaction(() -> {
            for (String table : List.of("notification", "run_evaluation", "probe_state", "incident")) {
                entities.manager().createNativeQuery("DELETE FROM " + table).executeUpdate();
            }
        });
        outbox = new TransactionalOutbox(clock, entities);
        book = new IncidentTracker(
                new IncidentStore(entities.manager()),
                outbox,
                audience(),
                DeployFixture.over(entities),
                new OutageReader(HistoryFixture.history(entities)),
                clock);
    }

    private RecipientResolver audience() {
        return RecipientFixture.over(clock, entities);
    }

    private void note(Probe probe, Run run, Verdict... verdicts) {
        entities.inTransaction(() -> book.track(probe, run, List.of(verdicts)));
    }

    private List<String> told() {
        return outbox.undelivered().stream()
                .map(letter -> letter.notice().number() + " " + letter.recipient() + " "
                        + letter.notice().subject())
                .sorted()
                .toList();
    }

    private List<String> log(Run run) {
        return entities.inTransaction(() -> entities.manager()
                .find(RunEvaluationEntity.class, run.id().value())
                .toRecord()
                .lines());
    }

    private long incidents() {
        return entities.inTransaction(() -> (Long) entities.manager()
                .createQuery("SELECT COUNT(i) FROM IncidentEntity i")
                .getSingleResult());
    }

    @Nested
    class GivenALimit {

        @Test
        void whenItFailsAndPassesAgain_thenEachRecipientIsNotifiedOnceOfBoth() {
            note(shop, ok(shop, 0), Verdicts.kept(LCP, CRITICAL));
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            note(shop, ok(shop, 2), Verdicts.broken(LCP, CRITICAL));
            note(shop, ok(shop, 3), Verdicts.kept(LCP, CRITICAL));
            note(shop, ok(shop, 4), Verdicts.kept(LCP, CRITICAL));

            String opened = " [failing] Shop, home page: LCP 3.91 s > 2.50 s (3 of 3 runs) @ frankfurt";
            String resolved = " [recovered] Shop, home page: LCP 2.10 s ≤ 2.50 s after 10 min @ frankfurt";
            assertThat(told())
                    .containsExactly(
                            "1 a@shop.example" + opened,
                            "1 b@shop.example" + opened,
                            "2 a@shop.example" + resolved,
                            "2 b@shop.example" + resolved);
        }

        @Test
        void whenAWarningBecomesCritical_thenRecipientsAreNotifiedOnlyOfTheEscalation() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, WARNING));
            note(shop, ok(shop, 2), Verdicts.broken(LCP, WARNING), Verdicts.broken(LCP, CRITICAL));
            Run easing = ok(shop, 3);
            note(shop, easing, Verdicts.broken(LCP, WARNING), Verdicts.kept(LCP, CRITICAL));
            note(shop, ok(shop, 4), Verdicts.broken(LCP, WARNING), Verdicts.broken(LCP, CRITICAL));

            assertThat(told())
                    .extracting(line -> line.substring(0, 29))
                    .containsExactly(
                            "1 a@shop.example [degraded] S",
                            "1 b@shop.example [degraded] S",
                            "2 a@shop.example [failing] Sh",
                            "2 b@shop.example [failing] Sh");
            assertThat(log(easing))
                    .contains(
                            "Budget: State changed from failing to degraded.",
                            "Budget: Nobody was notified: degraded is not worse than what was notified for this incident before.");
        }

        @Test
        void whenRecipientsChangeMeanwhile_thenPreviousRecipientsAreNotifiedOfTheRecovery() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            Probe changed = probe("shop", "new@shop.example");
            note(changed, ok(changed, 2), Verdicts.kept(LCP, CRITICAL));

            assertThat(outbox.undelivered().stream().filter(one -> one.notice().number() == 2))
                    .extracting(Notification::recipient)
                    .containsExactlyInAnyOrder("a@shop.example", "b@shop.example");
        }

        @Test
        void whenThereAreNoRecipients_thenTheIncidentOpensAndTheLogStatesIt() {
            Probe quiet = probe("quiet");
            Run run = ok(quiet, 1);
            note(quiet, run, Verdicts.broken(LCP, CRITICAL));

            assertThat(told()).isEmpty();
            assertThat(incidents()).isEqualTo(1);
            assertThat(log(run)).contains("Budget: Nobody was notified: there are no recipients.");
        }

        @Test
        void whenTheSameRunIsProcessedTwice_thenNothingChanges() {
            Run run = ok(shop, 1);
            note(shop, run, Verdicts.broken(LCP, CRITICAL));
            note(shop, run, Verdicts.kept(LCP, CRITICAL));

            assertThat(told()).hasSize(2);
        }

        @Test
        void whenALateRunComes_thenItDoesNotOpenAgain() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            note(shop, ok(shop, 5), Verdicts.kept(LCP, CRITICAL));
            Run late = ok(shop, 4);
            note(shop, late, Verdicts.broken(LCP, CRITICAL));

            assertThat(incidents()).isEqualTo(1);
            assertThat(told()).hasSize(4);
            assertThat(log(late))
                    .containsExactly("This run was ignored: a run that was planned later has been evaluated already.");
        }

        @Test
        void whenTheNextSlotWasMissedBecauseARunTookLongerThanTheInterval_thenThatRunIsEvaluated() {
            Run slow = ok(shop, 1);
            note(shop, failed(shop, 2, OutcomeType.MISSED, ""));
            note(shop, slow, Verdicts.broken(LCP, CRITICAL));

            assertThat(incidents()).isEqualTo(1);
            assertThat(told()).hasSize(2);
        }

        @Test
        void whenTheTransactionFails_thenNeitherIncidentNorNotificationIsStored() {
            Run run = ok(shop, 1);
            assertThatThrownBy(() -> entities.inTransaction(() -> {
                        book.track(shop, run, List.of(Verdicts.broken(LCP, CRITICAL)));
                        throw new IllegalStateException("as the test wants");
                    }))
                    .hasMessage("as the test wants");

            assertThat(incidents()).isZero();
            assertThat(told()).isEmpty();
            note(shop, run, Verdicts.broken(LCP, CRITICAL));
            assertThat(told()).hasSize(2);
        }

        @Test
        void whenFourThreadsProcessTheSameRun_thenOneNotificationIsStored() throws Exception {
            Run run = ok(shop, 1);
            CountDownLatch together = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> notes = List.of(1, 2, 3, 4).stream()
                        .<Future<?>>map(n -> threads.submit(() -> {
                            together.await();
                            note(shop, run, Verdicts.broken(LCP, CRITICAL));
                            return null;
                        }))
                        .toList();
                together.countDown();
                for (Future<?> one : notes) {
                    one.get();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(incidents()).isEqualTo(1);
            assertThat(told()).hasSize(2);
        }
    }

    @Nested
    class GivenMaintenance {

        private Run broken(int number) {
            return failed(shop, number, OutcomeType.HTTP_STATUS, "503 Service Unavailable");
        }

        @Test
        void whenThePageFailsDuringIt_thenNoIncidentOpensAndTheLogStatesTheReason() {
            Run run = maintained(broken(2), "Patch day");
            note(shop, broken(1));
            note(shop, run, Verdicts.broken(LCP, CRITICAL));
            note(shop, maintained(broken(3), "Patch day"));

            assertThat(incidents()).isZero();
            assertThat(log(run))
                    .contains("Availability: Not evaluated, nobody notified: maintenance window \"Patch day\".")
                    .contains("Budget: Not evaluated, nobody notified: maintenance window \"Patch day\".");
        }

        @Test
        void whenOneFailureIsBeforeAndOneAfterIt_thenTheyAreConsecutive() {
            note(shop, broken(1));
            note(shop, maintained(ok(shop, 2), "Patch day"));
            note(shop, broken(3));

            assertThat(told()).hasSize(2).allMatch(line -> line.contains("(2 runs in a row)"));
        }

        @Test
        void whenAnIncidentBeganBefore_thenItStaysOpenAndIsResolvedByRunsAfterwards() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            note(shop, maintained(ok(shop, 2), "Patch day"), Verdicts.kept(LCP, CRITICAL));
            assertThat(told()).hasSize(2);

            note(shop, ok(shop, 3), Verdicts.kept(LCP, CRITICAL));
            assertThat(told()).hasSize(4).anyMatch(line -> line.contains("[recovered]"));
        }
    }

    @Nested
    class GivenAPageThatCannotBeLoaded {

        private Run refused(int number) {
            return failed(shop, number, OutcomeType.HTTP_STATUS, "503 Service Unavailable");
        }

        @Test
        void whenItFailsTwiceAndLoadsTwice_thenNotificationsFollowTheSecondOfEach() {
            note(shop, refused(1));
            assertThat(told()).isEmpty();
            note(shop, refused(2));
            note(shop, ok(shop, 3));
            assertThat(told()).hasSize(2);
            note(shop, ok(shop, 4));

            assertThat(told())
                    .containsSequence(
                            "1 b@shop.example [failing] Shop, home page: HTTP status: 503 Service Unavailable"
                                    + " (2 runs in a row) @ frankfurt",
                            "2 a@shop.example [recovered] Shop, home page: checks succeed again after 10 min @ frankfurt");
        }

        @Test
        void whenManyMonitorFailuresOccur_thenNobodyIsNotified() {
            for (int number = 0; number < 12; number++) {
                note(shop, failed(shop, number, OutcomeType.BROWSER_CRASH, "signal 11"));
            }

            assertThat(incidents()).isZero();
            assertThat(told()).isEmpty();
        }

        @Test
        void whenABudgetFailedBefore_thenThatIncidentIsUnchanged() {
            note(shop, ok(shop, 0), Verdicts.broken(LCP, WARNING));
            note(shop, refused(1));
            note(shop, refused(2));

            assertThat(incidents()).isEqualTo(2);
            assertThat(told()).extracting(line -> line.substring(0, 29)).contains("1 a@shop.example [degraded] S");
        }
    }
}
