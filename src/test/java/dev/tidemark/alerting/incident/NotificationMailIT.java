package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.DeliveryFixture;
import dev.tidemark.alerting.delivery.DeliveryWorker;
import dev.tidemark.alerting.delivery.ScriptedMailServer;
import dev.tidemark.alerting.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the verdict of a run to a mail server, and from there back to the log. */
class NotificationMailIT {

    private static final long PATIENCE_SECONDS = 20;
    private static final Duration HOLD_DOWN = Duration.ofSeconds(10);

    private final ScriptedMailServer server = ScriptedMailServer.plain(0);
    private NotificationFixture room;
    private DeliveryWorker postman;

    @BeforeEach
    void open() throws SQLException {
        room = new NotificationFixture();
        NotificationGrouping grouping =
                new NotificationGrouping(new IncidentStore(room.entities.manager()), room.clock);
        postman = DeliveryFixture.postman(
                room.outbox,
                server.port(),
                (notices, recipient, shared) ->
                        room.entities.inTransaction(() -> grouping.deliveredTogether(notices, recipient, shared)),
                room.clock);
    }

    @AfterEach
    void close() {
        server.close();
        room.close();
    }

    private void deliver() {
        room.clock.advance(HOLD_DOWN);
        DeliveryFixture.deliver(postman);
    }

    private static String subject(String mail) {
        return mail.replace("\n ", " ").replaceAll("(?s).*\nSubject: ([^\n]*).*", "$1");
    }

    @Nested
    class GivenAMailServerThatHangsAfterTheData {

        private final Probe shop = ProbeScenario.probe("shop", "team@shop.example");

        private void letterIsHanging() {
            long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
            while (server.seen().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(server.seen()).hasSize(1);
        }

        @Test
        void whenRunsEndMeanwhile_thenTheyAreEvaluatedAndStoredAndNotificationsFollow() throws Exception {
            room.note(shop, ok(shop, 0), Verdicts.broken(LCP, CRITICAL));
            server.suffer(Trouble.SILENT_AFTER_DATA);
            Thread round = new Thread(NotificationMailIT.this::deliver);
            round.start();
            letterIsHanging();

            Run still = ok(shop, 1);
            Run good = ok(shop, 2);
            room.note(shop, still, Verdicts.broken(LCP, CRITICAL));
            room.note(shop, good, Verdicts.kept(LCP, CRITICAL));
            assertThat(room.log(still)).contains("Budget: State is still failing.");
            assertThat(room.log(good)).contains("Budget: Notified (recovered): team@shop.example");
            assertThat(round.isAlive()).as("the mail server hangs still").isTrue();

            server.suffer(Trouble.NONE);
            server.hangUp();
            round.join();
            IntStream.range(0, 6).forEach(n -> deliver());
            assertThat(server.acknowledged()).singleElement().satisfies(mail -> assertThat(subject(mail))
                    .endsWith("and 1 more"));
            assertThat(room.letters()).isEmpty();
        }
    }

    @Nested
    class GivenFiveProbesThatFailSoonAfterADeploy {

        private final List<Probe> probes = IntStream.range(0, 5)
                .mapToObj(n -> ProbeScenario.probe("shop-" + n, "team@shop.example"))
                .toList();

        private List<Run> breakAll() {
            return probes.stream()
                    .map(probe -> {
                        Run run = ok(probe, 0);
                        room.note(probe, run, Verdicts.broken(LCP, CRITICAL));
                        return run;
                    })
                    .toList();
        }

        private void deployed(Duration before) {
            room.entities.inTransaction(() -> room.markers.add(DeployFixture.deploy(
                    ProbeScenario.START.minus(before), Optional.empty(), Optional.empty(), "v1.4.2")));
        }

        private List<List<String>> remarks() {
            return room
                    .entities
                    .inTransaction(
                            () -> room.incidents.list(IncidentQuery.allOpen(10)).items())
                    .stream()
                    .map(room::remarks)
                    .toList();
        }

        @Test
        void whenTheyShareAnEmail_thenItsSubjectAndEachLogNameTheDeploy() {
            deployed(Duration.ofMinutes(3));
            List<Run> runs = breakAll();
            deliver();

            assertThat(server.acknowledged()).singleElement().satisfies(mail -> {
                assertThat(subject(mail)).endsWith(" and 4 more (all after deploy v1.4.2)");
                assertThat(mail).contains("5 notifications about 5 probes (all after deploy v1.4.2)");
            });
            assertThat(room.log(runs.get(4))).contains("Budget: Shortly after deploy v1.4.2.");
            assertThat(remarks())
                    .hasSize(5)
                    .containsOnly(
                            List.of(
                                    "The notification to team@shop.example was sent together with 4 others (all after deploy v1.4.2)."));
        }

        @Test
        void whenTheDeployWasLongAgo_thenItIsNotShownAsTheCause() {
            deployed(Duration.ofHours(7));
            breakAll();
            deliver();

            assertThat(server.acknowledged()).singleElement().satisfies(mail -> assertThat(subject(mail))
                    .endsWith(" and 4 more (all on shop.example)"));
            assertThat(remarks())
                    .containsOnly(
                            List.of(
                                    "The notification to team@shop.example was sent together with 4 others (all on shop.example)."));
        }

        @Test
        void whenThereIsOnlyOne_thenItIsNotGrouped() {
            deployed(Duration.ofMinutes(3));
            room.note(probes.get(0), ok(probes.get(0), 0), Verdicts.broken(LCP, CRITICAL));
            deliver();

            assertThat(server.acknowledged()).hasSize(1);
            assertThat(remarks()).containsOnly(List.of());
        }
    }
}
