package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.launcher.history.HistoryChecker;
import dev.tidemark.launcher.history.HistoryEvidence;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.server.Tidemark;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.scheduling.timetable.Timetable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Restarts of one of two nodes under load, each time with a clock that is some seconds ahead of or behind that of the other node.
 * {@code -Dtidemark.fault.times=20} makes twenty.
 */
class RollingRestartIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 2);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final List<String> PROBES =
            IntStream.range(0, 15).mapToObj("rolling-%02d"::formatted).toList();
    private static final TestServer FIRST = TestServer.running();

    private HttpServer site;

    @BeforeEach
    void openSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.setExecutor(Executors.newCachedThreadPool());
        site.createContext("/", RollingRestartIT::answerAfterASecond);
        site.start();
    }

    @AfterEach
    void deleteProbes() throws Exception {
        for (String probe : PROBES) {
            FIRST.send(FIRST.request("/api/v1/probes/" + probe).DELETE().build());
        }
        site.stop(0);
    }

    private static void answerAfterASecond(HttpExchange exchange) throws IOException {
        try (exchange) {
            TimeUnit.SECONDS.sleep(1);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Nested
    class GivenTwoNodesOfOneLocation {

        @Test
        void whenOneIsRestartedUnderLoad_thenEverySlotHasAGoodResult() throws Exception {
            Map<String, String> settings = TestServer.nodeSettings("rolling");
            Tidemark second = start(settings, SKEW);
            try {
                verifyThatGuessesAreLimited(List.of(FIRST.at("/").toString(), second.address()));
                createProbes();
                awaitTriggers();
                Instant from = Instant.now();
                for (int n = 0; n < TIMES; n++) {
                    TimeUnit.MILLISECONDS.sleep(3_000 + 700 * (n % 10));
                    second.close();
                    second = start(settings, n % 2 == 0 ? SKEW.negated() : SKEW);
                }
                Instant to = Instant.now();

                assertThat(awaitOutcomes(from, to)).containsOnlyKeys("OK 1");
                assertThat(history(from, to).violations())
                        .filteredOn(one -> one.subject().contains("rolling-")
                                || one.kind().name().contains("RECORDED"))
                        .isEmpty();
                assertThat(Files.readString(
                                BuildDirectory.folder("rolling-data").resolve("log/server.log")))
                        .contains("rolling-0", "The clock of this machine is")
                        .doesNotContain("runInThread() return false");
            } finally {
                second.close();
            }
        }
    }

    private static Tidemark start(Map<String, String> settings, Duration skew) throws IOException {
        Map<String, String> shifted = new HashMap<>(settings);
        shifted.merge("TIDEMARK_JAVA_OPTS", ClockOffset.option(skew), (options, agent) -> options + " " + agent);
        return Tidemark.start(shifted);
    }

    /** The nodes share the limit: see AttemptLimitsIT for more of it. */
    private static void verifyThatGuessesAreLimited(List<String> nodes) {
        Map<Integer, Long> answers = SimultaneousGuesses.of("rolling-user", 150, nodes);

        assertThat(answers).containsOnlyKeys(401, 429);
        assertThat(answers.get(401)).isLessThanOrEqualTo(5);
    }

    private static HistoryReport history(Instant from, Instant to) throws Exception {
        List<HistoryEvidence.LoggedRun> journal = new ArrayList<>();
        for (Path log :
                List.of(FIRST.logFolder(), BuildDirectory.folder("rolling-data").resolve("log"))) {
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

    private void createProbes() throws Exception {
        for (String probe : PROBES) {
            String json = """
                    {"id": "%s", "kind": "http", "url": "http://127.0.0.1:%d/", "every": "%s"}""".formatted(probe, site.getAddress().getPort(), EVERY);
            assertThat(FIRST.post("/api/v1/probes", json).statusCode()).isEqualTo(201);
        }
    }

    /** Slots before the trigger of a new probe are not planned. */
    private static void awaitTriggers() throws Exception {
        String sql = "SELECT count(*) FROM qrtz_triggers WHERE trigger_name LIKE 'rolling-%'";
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
    private Map<String, Integer> awaitOutcomes(Instant from, Instant to) throws Exception {
        Instant deadline = Instant.now().plus(SETTLED);
        Map<String, Integer> outcomes = outcomes(from, to);
        while (Instant.now().isBefore(deadline) && outcomes.keySet().stream().anyMatch(one -> one.startsWith("none"))) {
            TimeUnit.MILLISECONDS.sleep(500);
            outcomes = outcomes(from, to);
        }
        System.out.println(TIMES + " restarts: slots by outcome and attempt " + outcomes);
        return outcomes;
    }

    private Map<String, Integer> outcomes(Instant from, Instant to) throws SQLException {
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
