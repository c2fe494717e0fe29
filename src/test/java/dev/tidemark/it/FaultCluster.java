package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.launcher.history.HistoryChecker;
import dev.tidemark.launcher.history.HistoryEvidence;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two nodes of one location that check a site every ten seconds, a database and a mail server of their own, and a client that
 * requests runs. For tests and benchmarks that break parts of it.
 */
public final class FaultCluster implements AutoCloseable {

    private static final List<String> NAMES = List.of("fault-a", "fault-b");
    private static final int PROBES = 15;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

    private final TestDatabase database = TestDatabase.empty();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final Map<String, Map<String, String>> settings = new TreeMap<>();
    private final Map<String, Tidemark> nodes = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Clock clock = Clock.systemUTC();
    private final TcpRelay mailRelay;

    public FaultCluster() throws Exception {
        mail.start();
        mailRelay = new TcpRelay(mail.getSmtp().getPort());
        site.setExecutor(Executors.newCachedThreadPool());
        site.createContext("/", exchange -> answer(exchange, 200));
        site.createContext("/flapping", exchange -> answer(exchange, clock.millis() / 60_000 % 2 == 0 ? 200 : 503));
        site.start();
        for (String name : NAMES) {
            Map<String, String> own = TestServer.nodeSettings(name);
            own.put("TIDEMARK_DATABASE_URL", database.url());
            own.put("TIDEMARK_SMTP_PORT", String.valueOf(mailRelay.port()));
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
    public void signal(String name, String signal) throws IOException, InterruptedException {
        String data = BuildDirectory.folder(name + "-data") + File.separator;
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .filter(one -> one.info().commandLine().orElse("").contains(data))
                .toList();
        for (ProcessHandle one : servers) {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(one.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** Kills a process of PostgreSQL, which then ends all connections and recovers from its log. */
    public void crashDatabase() throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            new ProcessBuilder("kill", "-KILL", rows.getString(1)).start().waitFor();
        } catch (SQLException ended) {
            // The connection ends with the process.
        }
    }

    public void cutMail() {
        mailRelay.cut();
    }

    public void restoreMail() {
        mailRelay.restore();
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
    public HistoryReport check(Instant from, Instant to) throws Exception {
        List<HistoryEvidence.LoggedRun> journal = new ArrayList<>();
        for (String name : NAMES) {
            Path log = BuildDirectory.folder(name + "-data").resolve("log/server.log");
            try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
                journal.addAll(HistoryEvidence.journal(lines));
            }
        }
        Set<String> probes =
                Set.copyOf(IntStream.range(0, PROBES).mapToObj(FaultCluster::id).toList());
        try (Connection connection = database.connect()) {
            return HistoryChecker.check(
                    connection, from, to, new HistoryEvidence(journal, acknowledged, probes, messages()));
        }
    }

    /** The number of slots by outcome; takeovers have the attempt in addition: {@code OK}, {@code OK, attempt 2}. */
    public Map<String, Integer> outcomes(Instant from, Instant to) throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Connection connection = database.connect();
                var query = connection.prepareStatement("SELECT coalesce(outcome, state)"
                        + " || CASE WHEN attempt > 1 THEN ', attempt ' || attempt ELSE '' END, count(*) FROM run"
                        + " WHERE planned_at BETWEEN ? AND ? GROUP BY 1")) {
            query.setObject(1, from.atOffset(java.time.ZoneOffset.UTC));
            query.setObject(2, to.atOffset(java.time.ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    outcomes.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return outcomes;
    }

    private List<String> messages() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private void createProbe(int n) throws IOException, InterruptedException {
        String path = n == 1 ? "flapping" : "";
        String json = """
                {"id": "%s", "kind": "http", "url": "http://127.0.0.1:%d/%s", "every": "PT10S", "notify": ["ops@example.org"]}""".formatted(id(n), site.getAddress().getPort(), path);
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

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        nodes.values().forEach(Tidemark::close);
        mailRelay.close();
        mail.stop();
        site.stop(0);
    }
}
