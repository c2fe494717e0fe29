package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.airlift.compress.zstd.ZstdOutputStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCheckApiIT {

    private static final TestServer PRODUCT = TestServer.running();

    private static HttpServer site;

    @BeforeAll
    static void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", HttpCheckApiIT::answer);
        site.start();
    }

    @AfterAll
    static void close() {
        site.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null-holds | {\"json\": {\"$.error\": null, \"$.n\": 1.5, \"$.t\": true}} | OK | ~~",
                "null-fails | {\"json\": {\"$.status\": null}} | STEP_FAILED | $.status is \"UP\", expected null",
                "greater | {\"json\": {\"$.n\": {\">\": 2}}} | STEP_FAILED | $.n is 1.50, expected > 2",
                "header | {\"headers\": {\"Content-Encoding\": \"zstd\"}, \"matches\": [\"(?i)up\"], \"status\": [\"2xx\"]} | OK | ~~"
            })
    void whenAProbeIsSavedAndRun_thenItsAssertionsAreEvaluated(String id, String expect, String outcome, String detail)
            throws IOException, InterruptedException {
        JsonObject probe = probe(id, expect);
        HttpResponse<String> created = PRODUCT.post("/api/v1/probes", probe.toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        JsonObject queued = json(
                PRODUCT.post("/api/v1/probes/http-check-" + id + "/runs", "").body());
        JsonObject run = json(PRODUCT.get("/api/v1/runs/" + queued.getString("id") + "?wait=PT60S")
                .body());

        assertThat(run.getString("outcome")).isEqualTo(outcome);
        assertThat(run.getString("detail", "")).contains(detail);
        assertThat(json(PRODUCT.get("/api/v1/probes/http-check-" + id).body()).get("expect"))
                .isEqualTo(probe.get("expect"));
    }

    @Test
    void whenAnAssertionIsInvalid_thenTheErrorPointsToIt() throws IOException, InterruptedException {
        HttpResponse<String> refused = PRODUCT.post(
                "/api/v1/probes",
                probe("invalid", "{\"json\": {\"$..a\": 1}, \"matches\": [\"[\"], \"contains\": null}")
                        .toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/expect/json/$..a", "/expect/matches/0", "/expect/contains");
    }

    private static JsonObject probe(String id, String expect) {
        return Json.createObjectBuilder()
                .add("id", "http-check-" + id)
                .add("kind", "http")
                .add("url", "http://127.0.0.1:" + site.getAddress().getPort() + "/")
                .add("every", "PT12H")
                .add("expect", json(expect))
                .build();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(packed)) {
            zstd.write("{\"status\": \"UP\", \"error\": null, \"n\": 1.50, \"t\": true}".getBytes(UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Encoding", "zstd");
        exchange.sendResponseHeaders(200, packed.size());
        exchange.getResponseBody().write(packed.toByteArray());
        exchange.close();
    }
}
