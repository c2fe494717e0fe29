package dev.tidemark.bench.pages;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A server on the filled database that runs no checks except the requested ones. */
final class BenchServer implements AutoCloseable {
    private static final String TOKEN = "token-of-mvn-Ppages";
    private static final String RICH = "demo-001";
    private static final int ROUNDS_TO_WARM_UP = 40;

    private final Tidemark tidemark;
    private final HttpClient client = HttpClient.newHttpClient();

    private BenchServer(Tidemark tidemark) {
        this.tidemark = tidemark;
    }

    static BenchServer start() throws IOException {
        Map<String, String> settings = new HashMap<>(System.getenv());
        System.getProperties().stringPropertyNames().forEach(name -> settings.put(name, System.getProperty(name)));
        settings.put("TIDEMARK_CHROMIUM", TestBrowser.chromium().toString());
        settings.put(
                "TIDEMARK_PROBES_DIR", Files.createTempDirectory("no-probes").toString());
        settings.put("TIDEMARK_API_TOKEN", TOKEN);
        settings.put("TIDEMARK_FILMSTRIP", "false");
        try (ServerSocket free = new ServerSocket(0)) {
            settings.put("TIDEMARK_HTTP_PORT", String.valueOf(free.getLocalPort()));
        }
        return new BenchServer(Tidemark.start(settings));
    }

    /** Run and comparison pages show the probe whose latest runs have all artifacts. */
    List<BenchPage> pages() throws IOException, InterruptedException {
        List<String> runs = json("GET", "/api/v1/probes/" + RICH + "/runs?limit=50", "").getJsonArray("items").stream()
                .map(one -> one.asJsonObject())
                .filter(one -> one.getString("outcome", "").equals("OK") && one.getBoolean("requested", false))
                .map(one -> one.getString("id"))
                .limit(2)
                .toList();
        if (runs.size() < 2) {
            throw new IllegalStateException(
                    "The database contains no run with artifacts; delete its directory and start again");
        }
        return List.of(
                new BenchPage("overview", at("")),
                new BenchPage("probe", at("probes/" + RICH)),
                new BenchPage("run", at("runs/" + runs.get(0))),
                new BenchPage("compare", at("compare?run=" + runs.get(1) + "&run=" + runs.get(0))));
    }

    List<String> probePages(int probes) {
        return IntStream.rangeClosed(1, probes)
                .mapToObj(i -> at(String.format("probes/demo-%03d", i)))
                .toList();
    }

    /** Sends requests until the JIT compiler has compiled the server's hot methods. */
    void warmUp(List<BenchPage> pages) throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS_TO_WARM_UP; i++) {
            for (BenchPage page : pages) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(page.url())).build();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    throw new IllegalStateException(page.url() + " responds with status " + status);
                }
            }
        }
    }

    PageProbe measure(BenchPage page) throws IOException, InterruptedException {
        return new PageProbe(measure(page, "unthrottled", 3), measure(page, "mobile", 1));
    }

    private Map<String, Double> measure(BenchPage page, String profile, int samples)
            throws IOException, InterruptedException {
        String id = "own-" + page.name() + "-" + profile;
        String probe = Json.createObjectBuilder()
                .add("id", id)
                .add("url", page.url())
                .add("every", "P1D")
                .add("samples", samples)
                .add("profile", profile)
                .add("enabled", false)
                .build()
                .toString();
        json("DELETE", "/api/v1/probes/" + id, "");
        json("POST", "/api/v1/probes", probe);
        String run = json("POST", "/api/v1/probes/" + id + "/runs", "").getString("id");
        JsonObject ended = json("GET", "/api/v1/runs/" + run + "?wait=PT120S", "");
        json("DELETE", "/api/v1/probes/" + id, "");
        Map<String, Double> values = new TreeMap<>();
        JsonObject measured = ended.getJsonObject("measurements");
        measured.keySet()
                .forEach(metric ->
                        values.put(metric, measured.getJsonNumber(metric).doubleValue()));
        return values;
    }

    private JsonObject json(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(at(path.substring(1))))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return answer.isEmpty()
                ? Json.createObjectBuilder().build()
                : Json.createReader(new StringReader(answer)).readObject();
    }

    private String at(String path) {
        return tidemark.address() + path;
    }

    @Override
    public void close() {
        tidemark.close();
    }
}
