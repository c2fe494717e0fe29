package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A node whose database is unreachable when a check ends, and which is killed before it is back. */
class ResultSpoolIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final TestServer FIRST = TestServer.running();

    /** The requested run, and the first run of a new probe. */
    private final CountDownLatch requested = new CountDownLatch(2);

    private final CountDownLatch answer = new CountDownLatch(1);
    private HttpServer site;
    private FaultyNetwork network;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.setExecutor(Executors.newCachedThreadPool());
        site.createContext("/", this::answerWhenAllowed);
        site.start();
        network = new FaultyNetwork(
                URI.create(FIRST.database().url().substring("jdbc:".length())).getPort());
    }

    @AfterEach
    void close() throws Exception {
        FIRST.send(FIRST.request("/api/v1/probes/spooled").DELETE().build());
        site.stop(0);
        network.close();
    }

    private void answerWhenAllowed(HttpExchange exchange) throws IOException {
        try (exchange) {
            requested.countDown();
            answer.await();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Nested
    class GivenARunInProgress {

        @Test
        void whenTheDatabaseIsGoneAtItsEndAndTheNodeIsKilled_thenItsResultIsStoredAfterTheRestart() throws Exception {
            Map<String, String> settings = TestServer.nodeSettings("spool");
            settings.put("TIDEMARK_LOCATION", "spool");
            settings.compute(
                    "TIDEMARK_DATABASE_URL", (key, url) -> url.replaceFirst(":\\d+/", ":" + network.port() + "/"));
            Path spool = BuildDirectory.folder("spool-data").resolve("spool");
            String run;
            Tidemark second = Tidemark.start(settings);
            try {
                run = requestRun();
                assertThat(requested.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
                network.refuse();
                answer.countDown();
                await(() -> has(spool, ".result"));
                ServerProcess.of("spool").signal("KILL");
            } finally {
                second.close();
            }
            Instant restored = Instant.now();
            network.repair();
            second = Tidemark.start(settings);
            try {
                await(() -> "OK".equals(run(run).getString("outcome", "")));
                assertThat(run(run).getInt("attempt")).isEqualTo(1);
                assertThat(Instant.parse(run(run).getString("finishedAt"))).isBefore(restored);
                await(() -> !has(spool, ""));
            } finally {
                second.close();
            }
        }
    }

    private String requestRun() throws IOException, InterruptedException {
        String json = """
                {"id": "spooled", "kind": "http", "url": "http://127.0.0.1:%d/", "every": "PT12H", "timeout": "PT60S",
                 "locations": ["spool"]}""".formatted(site.getAddress().getPort());
        var created = FIRST.post("/api/v1/probes", json);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var queued = FIRST.post("/api/v1/probes/spooled/runs?location=spool", "");
        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(202);
        return object(queued.body()).getString("id");
    }

    private static JsonObject run(String id) {
        try {
            return object(FIRST.get("/api/v1/runs/" + id).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static boolean has(Path folder, String suffix) {
        String[] names = folder.toFile().list();
        return names != null && java.util.stream.Stream.of(names).anyMatch(name -> name.endsWith(suffix));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
