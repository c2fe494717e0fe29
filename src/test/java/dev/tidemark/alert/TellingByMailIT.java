package dev.tidemark.alert;

import static dev.tidemark.alert.Happening.ok;
import static dev.tidemark.measurement.Metric.LCP;
import static dev.tidemark.probe.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.delivery.PostFixture;
import dev.tidemark.delivery.Postman;
import dev.tidemark.delivery.ScriptedMailServer;
import dev.tidemark.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.history.Run;
import dev.tidemark.marker.DeployFixture;
import dev.tidemark.probe.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From a run's verdict to a mail server, and what comes back from there into the log. */
class TellingByMailIT {

    private static final long PATIENCE_SECONDS = 20;
    private static final Duration HOLD_DOWN = Duration.ofSeconds(10);

    private final ScriptedMailServer server = ScriptedMailServer.plain(0);
    private Newsroom room;
    private Postman postman;

    @BeforeEach
    void open() throws SQLException {
        room = new Newsroom();
        Grouping grouping = new Grouping(new IncidentStore(room.entities.manager()), room.clock);
        postman = PostFixture.postman(
                room.outbox,
                server.port(),
                (notices, recipient, shared) ->
                        room.entities.inTransaction(() -> grouping.together(notices, recipient, shared)),
                room.clock);
    }

    @AfterEach
    void close() {
        server.close();
        room.close();
    }

    private void deliver() {
        room.clock.advance(HOLD_DOWN);
        PostFixture.deliver(postman);
    }

    private static String subject(String mail) {
        return mail.replace("\n ", " ").replaceAll("(?s).*\nSubject: ([^\n]*).*", "$1");
    }

    @Nested
    class GivenAMailServerThatHangsAfterTheData {

        private final Probe shop = Happening.probe("shop", "team@shop.example");

        private void letterIsHanging() {
            long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
            while (server.seen().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(server.seen()).hasSize(1);
        }

        @Test
        void whenRunsEndMeanwhile_thenTheyAreJudgedAndStoredAndAllIsToldAfterwards() throws Exception {
            room.note(shop, ok(shop, 0), Verdicts.broken(LCP, CRITICAL));
            server.suffer(Trouble.SILENT_AFTER_DATA);
            Thread round = new Thread(TellingByMailIT.this::deliver);
            round.start();
            letterIsHanging();

            Run still = ok(shop, 1);
            Run good = ok(shop, 2);
            room.note(shop, still, Verdicts.broken(LCP, CRITICAL));
            room.note(shop, good, Verdicts.kept(LCP, CRITICAL));
            assertThat(room.log(still)).contains("budget: failing -> failing");
            assertThat(room.log(good)).contains("budget: told recovered: team@shop.example");
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
    class GivenFiveProbesThatBreakSoonAfterADeploy {

        private final List<Probe> probes = IntStream.range(0, 5)
                .mapToObj(n -> Happening.probe("shop-" + n, "team@shop.example"))
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
            room.entities.inTransaction(() -> room.markers.add(
                    DeployFixture.deploy(Happening.START.minus(before), Optional.empty(), Optional.empty(), "v1.4.2")));
        }

        private List<List<String>> remarks() {
            return room
                    .entities
                    .inTransaction(() ->
                            room.incidents.list(IncidentQuery.openOnes(10)).items())
                    .stream()
                    .map(room::remarks)
                    .toList();
        }

        @Test
        void whenTheyAreToldInOneMail_thenItsSubjectAndEachLogNameTheDeploy() {
            deployed(Duration.ofMinutes(3));
            List<Run> runs = breakAll();
            deliver();

            assertThat(server.acknowledged()).singleElement().satisfies(mail -> {
                assertThat(subject(mail)).endsWith("and 4 more, all after deploy v1.4.2");
                assertThat(mail).contains("5 changes on 5 probes, all after deploy v1.4.2");
            });
            assertThat(room.log(runs.get(4))).contains("budget: soon after deploy v1.4.2");
            assertThat(remarks())
                    .hasSize(5)
                    .containsOnly(List.of(
                            "team@shop.example was told of it together with 4 others, all after deploy v1.4.2"));
        }

        @Test
        void whenTheDeployWasLongAgo_thenItIsNotTakenForTheCause() {
            deployed(Duration.ofHours(7));
            breakAll();
            deliver();

            assertThat(server.acknowledged()).singleElement().satisfies(mail -> assertThat(subject(mail))
                    .endsWith("and 4 more, all of shop.example"));
            assertThat(remarks())
                    .containsOnly(
                            List.of("team@shop.example was told of it together with 4 others, all of shop.example"));
        }

        @Test
        void whenOnlyOneIsTold_thenThereIsNothingToGroup() {
            deployed(Duration.ofMinutes(3));
            room.note(probes.get(0), ok(probes.get(0), 0), Verdicts.broken(LCP, CRITICAL));
            deliver();

            assertThat(server.acknowledged()).hasSize(1);
            assertThat(remarks()).containsOnly(List.of());
        }
    }
}
