package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static dev.tidemark.model.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.config.maintenance.SingleOccurrence;
import dev.tidemark.config.maintenance.WindowScope;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RemindersIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String FAILING = " [failing] Shop, home page: ";

    private NotificationFixture room;
    private Probe shop;

    @BeforeEach
    void open() throws SQLException {
        room = new NotificationFixture();
        shop = room.probe("shop", "list:team");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Run breaks(int number) {
        Run run = ok(shop, number);
        room.note(shop, run, Verdicts.broken(LCP, CRITICAL));
        return run;
    }

    private Run keeps(int number) {
        Run run = ok(shop, number);
        room.note(shop, run, Verdicts.kept(LCP, CRITICAL));
        return run;
    }

    @Nested
    class GivenAContactGroupWithHourlyReminders {

        @BeforeEach
        void list() {
            room.list("team", "{\"members\": [\"a@shop.example\"], \"remindEvery\": \"PT1H\"}");
            breaks(0);
        }

        @Test
        void whenItStaysOpenForThreeHours_thenThreeRemindersFollow() {
            room.remindAfter(HOUR.minusSeconds(1));
            assertThat(room.told()).hasSize(1);
            room.remindAfter(Duration.ofSeconds(1));
            room.remind();
            room.remindAfter(HOUR);
            room.remindAfter(HOUR);

            assertThat(room.told()).hasSize(4);
            assertThat(room.told().get(3)).startsWith("4 a@shop.example" + FAILING + "still open: LCP 3.91 s > 2.50 s");
        }

        @Test
        void whenItIsAcknowledgedUntilThree_thenRemindersPauseUntilThen() {
            Incident incident = room.only();
            room.entities.inTransaction(() -> room.actions.acknowledge(
                    incident.id(),
                    "Ada",
                    Optional.of(ProbeScenario.START.plus(HOUR.multipliedBy(3))),
                    Optional.empty()));
            room.remindAfter(HOUR);
            room.remindAfter(HOUR);
            assertThat(room.told()).hasSize(1);
            assertThat(room.remarks(incident))
                    .singleElement()
                    .asString()
                    .startsWith("Acknowledged by Ada until 2 March 2026, 13:00 UTC. ");

            room.remindAfter(HOUR);
            assertThat(room.told()).hasSize(2);
        }

        @Test
        void whenTheProbeIsInMaintenance_thenNobodyIsReminded() {
            MaintenanceWindow window = new MaintenanceWindow(
                    "move",
                    "Move",
                    new WindowScope(Set.of(shop.id()), Set.of()),
                    new SingleOccurrence(
                            new Interval(ProbeScenario.START, ProbeScenario.START.plus(HOUR.multipliedBy(2)))));
            room.entities.inTransaction(() -> room.maintenance.add(window, "a test"));
            room.remindAfter(HOUR);
            assertThat(room.told()).hasSize(1);

            room.remindAfter(HOUR);
            assertThat(room.told()).hasSize(2);
        }

        @Test
        void whenItIsResolved_thenRemindersStopAndTheRecoveryIsNotifiedOnce() {
            room.remindAfter(HOUR);
            keeps(1);
            room.remindAfter(HOUR);

            assertThat(room.told()).hasSize(3).anyMatch(line -> line.startsWith("3 a@shop.example [recovered]"));
        }
    }

    @Nested
    class GivenAContactGroupThatEscalatesAfterHalfAnHour {

        @BeforeEach
        void lists() {
            room.list(
                    "team",
                    "{\"members\": [\"a@shop.example\"], \"escalateAfter\": \"PT30M\", \"escalateTo\": \"boss\"}");
            room.list("boss", "{\"members\": [\"a@shop.example\", \"boss@shop.example\"]}");
            breaks(0);
        }

        @Test
        void whenItIsNotAcknowledged_thenTheEscalationGroupIsNotifiedOnceAndOfTheRecovery() {
            room.remindAfter(Duration.ofMinutes(29));
            assertThat(room.told()).hasSize(1);
            room.remindAfter(MINUTE);
            room.remindAfter(HOUR);
            assertThat(room.told())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("2 boss@shop.example" + FAILING
                            + "escalated from contact group \"team\": LCP 3.91 s > 2.50 s");

            keeps(30);
            assertThat(room.told())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("3 boss@shop.example [recovered]"))
                    .anyMatch(line -> line.startsWith("3 a@shop.example [recovered]"));
        }

        @Test
        void whenItIsAcknowledgedInTime_thenTheEscalationGroupIsNotNotified() {
            Incident incident = room.only();
            room.entities.inTransaction(
                    () -> room.actions.acknowledge(incident.id(), "Ada", Optional.empty(), Optional.empty()));
            room.remindAfter(HOUR);
            keeps(20);

            assertThat(room.told()).hasSize(2).noneMatch(line -> line.contains("boss@"));
        }

        @Test
        void whenItGetsWorseAfterTheAcknowledgement_thenThatIsNotified() {
            keeps(1);
            room.note(shop, ok(shop, 2), Verdicts.broken(LCP, WARNING));
            Incident incident = room.only();
            room.entities.inTransaction(
                    () -> room.actions.acknowledge(incident.id(), "Ada", Optional.empty(), Optional.empty()));
            breaks(3);

            assertThat(room.told()).hasSize(4).anyMatch(line -> line.startsWith("2 a@shop.example [failing]"));
        }
    }

    @Nested
    class GivenQuietHoursFromTenToNoon {

        @BeforeEach
        void list() {
            room.list(
                    "team",
                    "{\"members\": [\"a@shop.example\"], \"quiet\": {\"start\": \"10:00\", \"length\": \"PT2H\"}}");
        }

        @Test
        void whenItFailsAndStillFailsAtNoon_thenItIsNotifiedAtNoon() {
            Run run = breaks(0);

            assertThat(room.letters()).singleElement().satisfies(letter -> assertThat(letter.nextAttemptAt())
                    .isEqualTo(ProbeScenario.START.plus(HOUR.multipliedBy(2))));
            assertThat(room.log(run))
                    .contains("Budget: The notification to a@shop.example is held until 2 March 2026, 12:00 UTC:"
                            + " quiet hours of contact group \"team\".");
        }

        @Test
        void whenItIsResolvedBeforeNoon_thenNothingIsNotified() {
            breaks(0);
            Run good = keeps(1);

            assertThat(room.told()).isEmpty();
            assertThat(room.log(good))
                    .contains(
                            "Budget: Not notified: a@shop.example had quiet hours until after the incident was resolved.",
                            "Budget: Nobody was notified of the recovery: nobody had been notified of the incident.");
        }
    }

    @Nested
    class GivenUnreachableRecipients {

        @Test
        void whenAnAddressHasUnsubscribed_thenTheLogStatesIt() {
            room.list("team", "{\"members\": [\"a@shop.example\", \"b@shop.example\"]}");
            room.entities.inTransaction(() -> room.audience.unsubscribe("a@shop.example"));
            Run run = breaks(0);

            assertThat(room.told()).singleElement().asString().startsWith("1 b@shop.example");
            assertThat(room.log(run)).contains("Budget: Not notified: a@shop.example has unsubscribed.");

            room.entities.inTransaction(() -> room.audience.subscribe("a@shop.example"));
            keeps(1);
            breaks(2);
            assertThat(room.told()).hasSize(4).anyMatch(line -> line.startsWith("1 a@shop.example [failing]"));
        }

        @Test
        void whenTheContactGroupDoesNotExist_thenTheOperatorsGroupIsNotified() {
            Run run = breaks(0);

            assertThat(room.told()).singleElement().asString().startsWith("1 ops@tidemark.example");
            assertThat(room.log(run))
                    .contains("Budget: Contact group \"team\" does not exist; the admins are notified instead.");
        }
    }
}
