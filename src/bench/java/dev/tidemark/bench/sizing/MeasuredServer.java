package dev.tidemark.bench.sizing;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.server.Tidemark;
import dev.tidemark.launcher.system.Ports;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product with one browser, an empty database and no probes. */
final class MeasuredServer implements AutoCloseable {
    private static final String TOKEN = "token-of-mvn-Psizing";
    private final TestDatabase database;
    private final Tidemark tidemark;
    private final HttpClient client = HttpClient.newHttpClient();

    private MeasuredServer(TestDatabase database, Tidemark tidemark) {
        this.database = database;
        this.tidemark = tidemark;
    }

    static MeasuredServer start() throws IOException, SQLException {
        TestDatabase database = TestDatabase.empty();
        Path folder = Files.createTempDirectory(Path.of("target"), "sizing");
        Map<String, String> settings = new HashMap<>();
        settings.put("TIDEMARK_HTTP_PORT", String.valueOf(Ports.free()));
        settings.put("TIDEMARK_DATA_DIR", folder.resolve("data").toString());
        settings.put(
                "TIDEMARK_PROBES_DIR",
                Files.createDirectory(folder.resolve("probes")).toString());
        settings.put("TIDEMARK_CHROMIUM", TestBrowser.chromium().toString());
        settings.put("TIDEMARK_DATABASE_URL", database.url());
        settings.put("TIDEMARK_DATABASE_USER", database.user());
        settings.put("TIDEMARK_DATABASE_PASSWORD", database.password());
        settings.put("TIDEMARK_API_TOKEN", TOKEN);
        settings.put("TIDEMARK_ALLOW_NETWORKS", "127.0.0.0/8");
        settings.put("TIDEMARK_BROWSER_SLOTS", "1");
        return new MeasuredServer(database, Tidemark.start(settings));
    }

    /** Runs a probe several times after one run to warm up. */
    SizingRow measure(String weight, String url, int rounds) throws IOException, SQLException {
        send(
                "POST",
                "probes",
                Json.createObjectBuilder()
                        .add("id", weight)
                        .add("url", url)
                        .add("every", "P1D")
                        .add("enabled", false)
                        .build()
                        .toString());
        run(weight);
        StoredBytes stored = new StoredBytes(database, weight);
        double seconds = 0;
        double megabytes = 0;
        JsonObject last = JsonObject.EMPTY_JSON_OBJECT;
        for (int round = 0; round < rounds; round++) {
            CompletableFuture<JsonObject> run = CompletableFuture.supplyAsync(() -> run(weight));
            while (!run.isDone()) {
                megabytes = Math.max(megabytes, ProcessMemory.megabytes("chrom", "run-driver"));
                run.completeOnTimeout(JsonObject.EMPTY_JSON_OBJECT, 3, TimeUnit.MINUTES);
                sleep();
            }
            last = run.join();
            seconds += Duration.between(
                                    Instant.parse(last.getString("startedAt")),
                                    Instant.parse(last.getString("finishedAt")))
                            .toMillis()
                    / 1e3;
        }
        int runs = rounds + 1;
        return new SizingRow(
                weight,
                last.getJsonObject("measurements").getJsonNumber("REQUESTS").longValue(),
                seconds / rounds,
                stored.rows() / runs,
                stored.samples() / runs,
                stored.artifacts("HAR") / runs,
                stored.artifacts("FRAME") / runs,
                stored.artifacts("SCREENSHOT") / runs,
                megabytes);
    }

    private JsonObject run(String probe) {
        String run = send("POST", "probes/" + probe + "/runs", "").getString("id");
        JsonObject ended = send("GET", "runs/" + run + "?wait=PT120S", "");
        if (!ended.getString("outcome", "").equals("OK")) {
            throw new IllegalStateException("The run of " + probe + " failed: " + ended);
        }
        return ended;
    }

    private JsonObject send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tidemark.address() + "api/v1/" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Json.createReader(new StringReader(
                            client.send(request, BodyHandlers.ofString()).body()))
                    .readObject();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(method + " " + path, failed);
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        tidemark.close();
    }
}
