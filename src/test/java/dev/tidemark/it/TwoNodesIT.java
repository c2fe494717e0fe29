package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.history.HistoryChecker;
import dev.tidemark.launcher.history.HistoryEvidence;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.server.Tidemark;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.scheduling.timetable.Timetable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes of a location under load, of which the second one has a clock that is some seconds ahead or behind, and is restarted,
 * frozen and killed: once each, and restarted twice; {@code -Dtidemark.fault.times=20} makes twenty times as many.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 1);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final Duration TAKEOVER = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final String NAME = "second";
    private static final List<String> PROBES =
            IntStream.range(0, 15).mapToObj("two-nodes-%02d"::formatted).toList();
    private static final TestServer FIRST = TestServer.running();

    private static CheckedSite site;
    private static Map<String, String> settings;
    private static Tidemark second;

    @BeforeAll
    static void start() throws Exception {
        site = new CheckedSite(Duration.ofSeconds(1));
        settings = TestServer.nodeSettings(NAME);
        settings.compute("TIDEMARK_DATABASE_URL", (key, url) -> url + "?ApplicationName=" + NAME);
        start(SKEW);
        createProbes();
        awaitTriggers();
    }

    @AfterAll
    static void stop() throws Exception {
        for (String probe : PROBES) {
            FIRST.send(FIRST.request("/api/v1/probes/" + probe).DELETE().build());
        }
        second.close();
        site.close();
    }

    /** The nodes share the limit: see AttemptLimitsIT for more of it. */
    @Test
    @Order(1)
    void whenPasswordsAreGuessedOnBoth_thenFiveAreVerified() {
        Map<Integer, Long> answers = SimultaneousGuesses.of(
                "two-nodes-user", 150, List.of(FIRST.at("/").toString(), second.address()));

        assertThat(answers).containsOnlyKeys(401, 429);
        assertThat(answers.get(401)).isLessThanOrEqualTo(5);
    }

    @Test
    @Order(1)
    void whenOneIsRestarted_thenEverySlotHasAGoodResultAtTheFirstAttempt() throws Exception {
        Instant from = Instant.now();
        for (int n = 0; n < TIMES; n++) {
            // The node that is ahead runs most checks, also when it is stopped.
            TimeUnit.MILLISECONDS.sleep(3_000 + 700 * (n % 10));
            second.close();
            start(SKEW.negated());
            TimeUnit.MILLISECONDS.sleep(3_000 + 700 * (n % 10));
            second.close();
            start(SKEW);
        }
        Instant to = Instant.now();

        assertThat(awaitOutcomes(from, to)).containsOnlyKeys("OK 1");
        thenTheHistoryIsIntact(from, to);
        assertThat(Files.readString(BuildDirectory.folder(NAME + "-data").resolve("log/server.log")))
                .contains(PROBES.get(0).substring(0, 10), "The clock of this machine is")
                .doesNotContain("runInThread() return false");
    }

    @Test
    @Order(2)
    void whenOneFreezesWithTheLockOfTheSchedule_thenTheOtherContinues_andNothingIsOverwritten() throws Exception {
        Instant from = Instant.now();
        for (int n = 0; n < TIMES; n++) {
            ServerProcess process = ServerProcess.of(NAME);
            try (ScheduleLock lock = new ScheduleLock(FIRST.database(), NAME)) {
                process.stopWhen(lock::isHeld);
            }
            Instant frozen = Instant.now();
            assertThat(OutageSetup.await(TAKEOVER, () -> query(endedAfter(frozen)) > 0))
                    .isTrue();
            System.out.println("the other node continued after " + Duration.between(frozen, Instant.now()));
            Instant takenOver = Instant.now();
            assertThat(OutageSetup.await(TAKEOVER, () -> query(endedAfter(takenOver)) >= PROBES.size()))
                    .isTrue();
            long before = query(checksum(takenOver));
            process.signal("CONT");
            assertThat(OutageSetup.await(SETTLED, TwoNodesIT::isReady)).isTrue();

            assertThat(query(checksum(takenOver))).isEqualTo(before);
            assertThat(query("SELECT count(*) FROM qrtz_triggers WHERE trigger_state = 'ERROR'"))
                    .isZero();
        }
        Instant to = Instant.now();

        awaitOutcomes(from, to);
        thenTheHistoryIsIntact(from, to);
    }

    @Test
    @Order(3)
    void whenOneIsKilled_thenTheOtherTakesOver_andNoSlotIsLost() throws Exception {
        Instant from = Instant.now();
        for (int n = 0; n < TIMES; n++) {
            if (n > 0) {
                second.close();
                start(SKEW);
            }
            ServerProcess.of(NAME).signal("KILL");
            TimeUnit.SECONDS.sleep(TAKEOVER.toSeconds());
        }
        Instant to = Instant.now();

        // A run that is taken over after ten seconds overlaps with the next slot of its probe, which is recorded as
        // missed.
        assertThat(awaitOutcomes(from, to))
                .extractingFromEntries(Map.Entry::getKey)
                .isSubsetOf("OK 1", "OK 2", "MISSED 1");
        thenTheHistoryIsIntact(from, to);
    }

    private static void start(Duration skew) throws IOException {
        Map<String, String> shifted = new HashMap<>(settings);
        shifted.merge("TIDEMARK_JAVA_OPTS", ClockOffset.option(skew), (options, agent) -> options + " " + agent);
        second = Tidemark.start(shifted);
    }

    private static boolean isReady() throws IOException, InterruptedException {
        URI ready = URI.create(second.address()).resolve("/health/ready");
        return FIRST.send(HttpRequest.newBuilder(ready).build()).statusCode() == 200;
    }

    private static long query(String sql) throws SQLException {
        try (Connection connection = FIRST.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String endedAfter(Instant planned) {
        return "SELECT count(*) FROM run WHERE probe LIKE 'two-nodes-%' AND outcome = 'OK' AND planned_at > '" + planned
                + "'";
    }

    /** Of the runs that had ended until an instant. */
    private static String checksum(Instant end) {
        return "SELECT COALESCE(sum(hashtext(id || outcome || attempt || finished_at)), 0) FROM run"
                + " WHERE probe LIKE 'two-nodes-%' AND finished_at <= '" + end + "'";
    }

    private static void thenTheHistoryIsIntact(Instant from, Instant to) throws Exception {
        assertThat(history(from, to).violations())
                .filteredOn(one -> one.subject().contains("two-nodes-")
                        || one.kind().name().contains("RECORDED"))
                .isEmpty();
    }

    private static HistoryReport history(Instant from, Instant to) throws Exception {
        List<HistoryEvidence.LoggedRun> journal = new ArrayList<>();
        for (Path log :
                List.of(FIRST.logFolder(), BuildDirectory.folder(NAME + "-data").resolve("log"))) {
            try (Stream<String> lines = Files.lines(log.resolve("server.log"), ISO_8859_1)) {
                journal.addAll(HistoryEvidence.journal(lines));
            }
        }
        try (Connection connection = FIRST.database().connect()) {
            HistoryReport report = HistoryChecker.check(
                    connection, from, to, new HistoryEvidence(journal, Set.of(), Set.copyOf(PROBES), List.of()));
            System.out.println(report.text());
            return report;
        }
    }

    private static void createProbes() throws Exception {
        for (String probe : PROBES) {
            String json = """
                    {"id": "%s", "kind": "http", "url": "%s", "every": "%s"}""".formatted(probe, site.url("/"), EVERY);
            assertThat(FIRST.post("/api/v1/probes", json).statusCode()).isEqualTo(201);
        }
    }

    /** Slots before the trigger of a new probe are not planned. */
    private static void awaitTriggers() throws Exception {
        String sql = "SELECT count(*) FROM qrtz_triggers WHERE trigger_name LIKE 'two-nodes-%'";
        try (Connection connection = FIRST.database().connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            long deadline = System.nanoTime() + SETTLED.toNanos();
            int triggers = 0;
            while (triggers < PROBES.size()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(200);
                ResultSet row = query.executeQuery();
                row.next();
                triggers = row.getInt(1);
            }
        }
    }

    /** The number of planned slots by outcome and attempt, as soon as all have ended. */
    private static Map<String, Integer> awaitOutcomes(Instant from, Instant to) throws Exception {
        Instant deadline = Instant.now().plus(SETTLED);
        Map<String, Integer> outcomes = outcomes(from, to);
        while (Instant.now().isBefore(deadline) && outcomes.keySet().stream().anyMatch(one -> one.startsWith("none"))) {
            TimeUnit.MILLISECONDS.sleep(500);
            outcomes = outcomes(from, to);
        }
        System.out.println("slots by outcome and attempt " + outcomes);
        return outcomes;
    }

    private static Map<String, Integer> outcomes(Instant from, Instant to) throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Connection connection = FIRST.database().connect()) {
            for (String probe : PROBES) {
                Timetable timetable = new Timetable(new Cadence.Every(EVERY), new ProbeId(probe), LocationName.DEFAULT);
                for (Instant slot : timetable.between(from, to, 10_000)) {
                    outcomes.merge(outcome(connection, probe, slot), 1, Integer::sum);
                }
            }
        }
        return outcomes;
    }

    private static String outcome(Connection connection, String probe, Instant slot) throws SQLException {
        String sql = "SELECT outcome, attempt FROM run WHERE probe = ? AND planned_at = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, probe);
            query.setObject(2, OffsetDateTime.ofInstant(slot, ZoneOffset.UTC));
            ResultSet row = query.executeQuery();
            return row.next() && row.getString(1) != null ? row.getString(1) + " " + row.getInt(2) : "none of " + slot;
        }
    }
}
