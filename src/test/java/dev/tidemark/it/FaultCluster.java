package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidemark.alerting.delivery.ScriptedMailServer;
import dev.tidemark.launcher.history.HistoryChecker;
import dev.tidemark.launcher.history.HistoryEvidence;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two nodes of one location that check a site every ten seconds, a database and a mail server of their own, and a client that
 * requests runs. For tests and benchmarks that break parts of it.
 */
public final class FaultCluster implements AutoCloseable {

    private static final List<String> NAMES = List.of("fault-a", "fault-b");
    private static final int PROBES = 15;
    private static final Duration RESPONSE = Duration.ofMillis(1_500);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    private final FailoverDatabase servers = FailoverDatabase.start("fault");
    private final ScriptedMailServer mail = ScriptedMailServer.plain(0);
    private final CheckedSite site = new CheckedSite(RESPONSE);
    private final Map<String, Map<String, String>> settings = new TreeMap<>();
    private final Map<String, FaultyNetwork> networks = new TreeMap<>();
    private final Map<String, Tidemark> nodes = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();

    public FaultCluster() throws Exception {
        for (String name : NAMES) {
            FaultyNetwork network = new FaultyNetwork(FailoverDatabase.port(servers.database()));
            Map<String, String> own = ServerSettings.of(name, servers.database(), mail.port());
            own.put(
                    "TIDEMARK_DATABASE_URL",
                    "jdbc:postgresql://127.0.0.1:" + network.port() + "/tidemark?ApplicationName=" + name);
            networks.put(name, network);
            settings.put(name, own);
            start(name);
        }
        for (int n = 0; n < PROBES; n++) {
            createProbe(n);
        }
    }

    public static List<String> names() {
        return NAMES;
    }

    public void start(String name) {
        nodes.put(name, Tidemark.start(settings.get(name)));
    }

    /** An orderly shutdown. */
    public void stop(String name) {
        nodes.remove(name).close();
    }

    /** Sends a signal to the server process of a node. */
    public void signal(String name, String signal) {
        ServerProcess.of(name).signal(signal);
    }

    /** Stops the server process of a node while it holds the lock of the schedule. */
    public void freezeWithLock(String name) throws SQLException, InterruptedException {
        try (ScheduleLock lock = new ScheduleLock(servers.database(), name)) {
            ServerProcess.of(name).stopWhen(lock::isHeld);
        }
    }

    /** The connection of a node to the database. */
    public FaultyNetwork network(String name) {
        return networks.get(name);
    }

    public FailoverDatabase database() {
        return servers;
    }

    public ScriptedMailServer mail() {
        return mail;
    }

    /** Replaces the database by its standby; the addresses that the nodes know lead to it afterwards. */
    public void failOver() throws Exception {
        servers.addStandby();
        requestRun();
        servers.losePrimary();
        networks.values().forEach(network -> network.redirect(FailoverDatabase.port(servers.standby())));
        TimeUnit.SECONDS.sleep(5);
        servers.promote();
    }

    /** Undeploys the application in a running server, and deploys it again. */
    public void redeploy(String name) throws Exception {
        Redeployment.of(name).run();
        await(() -> isReady(name));
    }

    public boolean isReady(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(nodes.get(name).address()).resolve("/health/ready"))
                .timeout(REQUEST_TIMEOUT)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    }

    /** How long it took until a run that had been lost was executed by another node; empty if none was lost. */
    public Optional<Duration> takeover(Instant strike, Instant until) throws SQLException {
        try (Connection connection = servers.database().connect();
                PreparedStatement query = connection.prepareStatement("SELECT min(started_at) FROM run"
                        + " WHERE attempt > 1 AND started_at BETWEEN ? AND ? AND planned_at BETWEEN ? AND ?")) {
            query.setObject(1, utc(strike));
            query.setObject(2, utc(until));
            query.setObject(3, utc(strike.minus(RESPONSE.multipliedBy(2))));
            query.setObject(4, utc(until));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(at -> Duration.between(strike, at.toInstant()));
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        if (!OutageSetup.await(LIMIT, condition)) {
            throw new IllegalStateException("Not within " + LIMIT);
        }
    }

    /** Requests a run from any node; one that is not available is skipped. */
    public void requestRun() throws InterruptedException {
        for (Tidemark node : nodes.values()) {
            try {
                HttpResponse<String> response =
                        send(node, "/api/v1/probes/" + id(0) + "/runs", HttpRequest.BodyPublishers.noBody());
                if (response.statusCode() == 202) {
                    String run = Json.createReader(new StringReader(response.body()))
                            .readObject()
                            .getString("id");
                    acknowledged.add(UUID.fromString(run));
                }
            } catch (IOException unavailable) {
                continue;
            }
        }
    }

    /** Checks the history of an interval. */
    public HistoryReport check(Instant from, Instant to) throws IOException, SQLException {
        List<HistoryEvidence.LoggedRun> journal = new ArrayList<>();
        for (String name : NAMES) {
            Path log = BuildDirectory.folder(name + "-data").resolve("log/server.log");
            try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
                journal.addAll(HistoryEvidence.journal(lines));
            }
        }
        Set<String> probes =
                Set.copyOf(IntStream.range(0, PROBES).mapToObj(FaultCluster::id).toList());
        try (Connection connection = servers.database().connect()) {
            return HistoryChecker.check(
                    connection, from, to, new HistoryEvidence(journal, acknowledged, probes, messages()));
        }
    }

    /** The number of slots by outcome; takeovers have the attempt in addition: {@code OK}, {@code OK, attempt 2}. */
    public Map<String, Integer> outcomes(Instant from, Instant to) throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Connection connection = servers.database().connect();
                var query = connection.prepareStatement("SELECT coalesce(outcome, state)"
                        + " || CASE WHEN attempt > 1 THEN ', attempt ' || attempt ELSE '' END, count(*) FROM run"
                        + " WHERE planned_at BETWEEN ? AND ? GROUP BY 1")) {
            query.setObject(1, utc(from));
            query.setObject(2, utc(to));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    outcomes.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return outcomes;
    }

    /** Of the messages that the mail server has acknowledged. */
    private List<String> messages() {
        return mail.acknowledged().stream()
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .map(id -> id.group(1))
                .toList();
    }

    private void createProbe(int n) throws IOException, InterruptedException {
        String json = """
                {"id": "%s", "kind": "http", "url": "%s", "every": "PT10S", "notify": ["ops@example.org"]}""".formatted(id(n), site.url(n == 1 ? "/flapping" : "/"));
        HttpResponse<String> created =
                send(nodes.get(NAMES.get(0)), "/api/v1/probes", HttpRequest.BodyPublishers.ofString(json));
        if (created.statusCode() != 201) {
            throw new IllegalStateException(created.body());
        }
    }

    private static String id(int n) {
        return "fault-%02d".formatted(n);
    }

    private HttpResponse<String> send(Tidemark node, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(node.address()).resolve(path))
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .header("Content-Type", "application/json")
                        .timeout(REQUEST_TIMEOUT)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        nodes.values().forEach(Tidemark::close);
        networks.values().forEach(FaultyNetwork::close);
        servers.close();
        mail.close();
        site.close();
    }
}
