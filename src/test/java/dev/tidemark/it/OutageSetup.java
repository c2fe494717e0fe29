package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.launcher.server.Tidemark;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A server of its own whose connections to the database go through a {@link FaultyNetwork}, and a site to check. */
final class OutageSetup implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    TestDatabase database;
    final FaultyNetwork network;
    final Tidemark server;

    private final String name;
    private final HttpServer site;
    private final HttpClient client = HttpClient.newHttpClient();

    private OutageSetup(String name, TestDatabase database, FaultyNetwork network, Tidemark server, HttpServer site) {
        this.name = name;
        this.database = database;
        this.network = network;
        this.server = server;
        this.site = site;
    }

    static OutageSetup start(String name, TestDatabase database, Map<String, String> more)
            throws IOException, SQLException {
        URI location = URI.create(database.url().substring("jdbc:".length()));
        FaultyNetwork network = new FaultyNetwork(location.getPort());
        Map<String, String> settings = new java.util.HashMap<>(more);
        settings.put(
                "TIDEMARK_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + network.port() + location.getPath() + "?ApplicationName=" + name);
        settings.put("TIDEMARK_DATABASE_USER", database.user());
        settings.put("TIDEMARK_DATABASE_PASSWORD", database.password());
        Tidemark server = TestServer.another(name, settings);
        HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", OutageSetup::answer);
        site.start();
        return new OutageSetup(name, database, network, server, site);
    }

    /** An HTTP check every ten seconds. */
    void createProbe(String id) throws IOException, InterruptedException {
        String json = "{\"id\": \"" + id + "\", \"name\": \"Shop\", \"kind\": \"http\", \"every\": \"PT10S\", \"url\":"
                + " \"http://127.0.0.1:" + site.getAddress().getPort() + "/\"}";
        HttpResponse<String> created = send(request("/api/v1/probes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (created.statusCode() != 201) {
            throw new IllegalStateException(created.body());
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address()).resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + TestServer.TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    ServerProcess process() {
        return ServerProcess.of(name);
    }

    boolean isReady() throws IOException, InterruptedException {
        return get("/health/ready").statusCode() == 200;
    }

    /** Leads the connections of the server to another database, without a pause in which there is none. */
    void moveTo(TestDatabase other) {
        database = other;
        network.redirect(FailoverDatabase.port(other));
    }

    /** The result of a query past the faulty network. */
    long query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Each in a transaction of its own. */
    void execute(String... commands) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : commands) {
                statement.execute(sql);
            }
        }
    }

    /** Waits until a condition holds; false after the limit. */
    static boolean await(Duration limit, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (condition.call()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return condition.call();
    }

    @Override
    public void close() {
        network.repair();
        server.close();
        network.close();
        site.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = "up".getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
