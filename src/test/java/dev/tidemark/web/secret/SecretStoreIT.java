package dev.tidemark.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretStoreIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String CANARY = Canaries.CANARY;
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer site;

    @BeforeAll
    void startSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String all = exchange.getRequestHeaders().entrySet() + "\n" + body;
            received.put(exchange.getRequestURI().getPath(), all);
            byte[] echo =
                    ("<title>echo</title><label>Q <input id=q></label><p>" + all).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders()
                    .add("X-Echo", String.valueOf(exchange.getRequestHeaders().get("Authorization")));
            exchange.sendResponseHeaders(200, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        });
        site.start();
    }

    @AfterAll
    void stopSite() {
        site.stop(0);
    }

    @Nested
    class GivenASecret {

        @Test
        void whenItIsStoredReplacedAndDeleted_thenNoResponseContainsItsValue() throws Exception {
            HttpResponse<String> created = put("store-it-a", "canary-stored-1");
            HttpResponse<String> replaced = put("store-it-a", "canary-stored-2");
            String shown = PRODUCT.get("/api/v1/secrets/store-it-a").body();
            String listed = PRODUCT.get("/api/v1/secrets").body();

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(replaced.statusCode()).isEqualTo(200);
            assertThat(shown).contains("\"name\":\"store-it-a\"", "\"changedBy\"");
            assertThat(created.body() + replaced.body() + shown + listed).doesNotContain(CANARY);
            assertThat(delete("store-it-a").statusCode()).isEqualTo(204);
            assertThat(PRODUCT.get("/api/v1/secrets/store-it-a").statusCode()).isEqualTo(404);
        }

        @Test
        void whenItIsInvalid_thenTheMessageDoesNotRepeatTheValue() throws Exception {
            for (HttpResponse<String> answer : List.of(
                    put("1st", "canary-x"),
                    put("store-it-b", ""),
                    put("store-it-b", "secret:canary-other"),
                    sendPut("store-it-b", "{\"wert\": \"canary-x\"}"),
                    sendPut("store-it-b", "[\"canary-x\"]"))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
                assertThat(answer.body()).doesNotContain(CANARY);
            }
        }

        @Test
        void whenAProbeRefersToIt_thenItCannotBeDeletedAndTheProbeIsNamed() throws Exception {
            put("store-it-used", "canary-used");
            create("store-it-probe", "\"kind\":\"http\",\"headers\":{\"X-Key\":\"secret:store-it-used\"}");

            HttpResponse<String> refused = delete("store-it-used");

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("store-it-probe").doesNotContain(CANARY);
            assertThat(PRODUCT.get("/api/v1/secrets/store-it-used").body()).contains("\"store-it-probe\"");
        }
    }

    @Nested
    class GivenAReferenceToAMissingSecret {

        @Test
        void whenTheProbeIsSaved_thenItIsRejected() throws Exception {
            HttpResponse<String> answer = post(
                    "store-it-missing",
                    "\"kind\":\"http\",\"headers\":{\"Authorization\":\"Bearer ${secret:nowhere}\"}");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("nowhere");
        }

        @Test
        void whenItComesFromAFile_thenTheRunSaysSoAndNothingIsSent() throws Exception {
            Files.writeString(
                    PRODUCT.probes().resolve("store-it-file.yaml"),
                    "id: store-it-file\nname: File\nkind: http\nurl: " + url("/file")
                            + "\nevery: 1h\nheaders: {X-Key: \"${secret:nowhere}\"}\n");
            awaitProbe("store-it-file");

            JsonObject run = run("store-it-file");

            assertThat(run.getString("outcome")).isEqualTo("INVALID_REQUEST");
            assertThat(run.getString("detail")).contains("nowhere");
            assertThat(received).doesNotContainKey("/file");
            Files.delete(PRODUCT.probes().resolve("store-it-file.yaml"));
        }
    }

    @Nested
    class GivenAnHttpCheckWithSecrets {

        @Test
        void whenItRuns_thenTheSiteGetsTheValuesAndNobodyElse() throws Exception {
            put("store-it-token", "canary-token-äé");
            put("store-it-body", "canary-body");
            create(
                    "store-it-http",
                    "\"kind\":\"http\",\"method\":\"POST\",\"headers\":{\"Authorization\":\"Bearer ${secret:store-it-body}\"},"
                            + "\"body\":\"{\\\"key\\\":\\\"${secret:store-it-body}\\\"}\","
                            + "\"expect\":{\"contains\":\"never there\"}");

            JsonObject run = run("store-it-http");

            assertThat(received.get("/store-it-http")).contains("Bearer canary-body", "{\"key\":\"canary-body\"}");
            assertThat(run.toString()).doesNotContain(CANARY);
            put("store-it-body", "canary-next");
            run("store-it-http");
            assertThat(received.get("/store-it-http")).contains("Bearer canary-next");
            assertThat(PRODUCT.get("/api/v1/probes/store-it-http").body())
                    .contains("\"version\":1")
                    .doesNotContain(CANARY);
        }
    }

    @Nested
    class GivenAPageLoadWithSecretsInEveryPlace {

        @Test
        void whenItRuns_thenNeitherTablesNorLogsNorResponsesContainThem() throws Exception {
            put("store-it-page", "canary-from-store");
            HttpResponse<String> created = post(
                    "store-it-page",
                    "\"samples\":1,\"headers\":{\"X-Token\":\"canary-header\",\"X-Ref\":\"secret:store-it-page\"},"
                            + "\"cookies\":{\"sid\":\"canary-cookie\"},\"localStorage\":{\"k\":\"canary-storage\"},"
                            + "\"basicAuth\":{\"user\":\"ada\",\"password\":\"canary-password\"},"
                            + "\"notify\":[\"slack+https://hooks.invalid/canary-hook\"],"
                            + "\"steps\":[{\"fill\":{\"selector\":\"#q\",\"value\":\"canary-fill\",\"secret\":true}}]");
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(created.body()).doesNotContain(CANARY).contains("\"secret\":true", "secret:store-it-page");
            sendPutTo("/api/v1/recipients/store-it-group", "{\"members\":[\"https://hooks.invalid/canary-group\"]}");

            JsonObject run = run("store-it-page");

            String id = run.getString("id");
            assertThat(received.get("/store-it-page")).contains("canary-from-store");
            for (String path : List.of(
                    "/api/v1/probes",
                    "/api/v1/probes/store-it-page",
                    "/api/v1/export",
                    "/api/v1/recipients",
                    "/api/v1/runs/" + id,
                    "/api/v1/runs/" + id + "/har",
                    "/api/v1/probes/store-it-page/runs",
                    "/probes/store-it-page",
                    "/probes/store-it-page/edit",
                    "/runs/" + id,
                    "/settings/secrets",
                    "/settings",
                    "/recipients",
                    "/recipients/store-it-group",
                    "/metrics")) {
                assertThat(PRODUCT.get(path).body()).as(path).doesNotContain(CANARY);
            }
            assertThat(Canaries.inTables(PRODUCT)).isEmpty();
            assertThat(Canaries.inLogs(PRODUCT)).isEmpty();
        }

        @Test
        void whenAMaskedFillIsSentBackAsNotSecret_thenItIsNotRevealed() throws Exception {
            post(
                    "store-it-unmask",
                    "\"steps\":[{\"fill\":{\"selector\":\"#q\",\"value\":\"canary-hidden\",\"secret\":true}}]");
            HttpResponse<String> read = PRODUCT.get("/api/v1/probes/store-it-unmask");

            HttpResponse<String> answer = PRODUCT.send(PRODUCT.request("/api/v1/probes/store-it-unmask")
                    .header("Content-Type", "application/json")
                    .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            read.body().replace("\"secret\":true", "\"secret\":false")))
                    .build());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()
                            + PRODUCT.get("/api/v1/probes/store-it-unmask").body())
                    .doesNotContain(CANARY);
        }
    }

    private String url(String path) {
        return "http://localhost:" + site.getAddress().getPort() + path;
    }

    private void create(String id, String rest) throws Exception {
        HttpResponse<String> answer = post(id, rest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> post(String id, String rest) throws Exception {
        return PRODUCT.post(
                "/api/v1/probes",
                "{\"id\":\"" + id + "\",\"name\":\"Secrets\",\"url\":\"" + url("/" + id) + "\",\"every\":\"PT24H\","
                        + rest + "}");
    }

    private static void awaitProbe(String id) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (PRODUCT.get("/api/v1/probes/" + id).statusCode() != 200) {
            assertThat(System.nanoTime()).as("waiting for " + id).isLessThan(deadline);
            Thread.sleep(500);
        }
    }

    private static JsonObject run(String id) throws Exception {
        HttpResponse<String> accepted = PRODUCT.post("/api/v1/probes/" + id + "/runs", "");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location =
                accepted.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        JsonObject run = Json.createReader(
                        new StringReader(PRODUCT.get(location + "?wait=PT60S").body()))
                .readObject();
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("ended");
        return run;
    }

    private static HttpResponse<String> put(String name, String value) throws Exception {
        return sendPut(
                name, Json.createObjectBuilder().add("value", value).build().toString());
    }

    private static HttpResponse<String> sendPut(String name, String json) throws Exception {
        return sendPutTo("/api/v1/secrets/" + name, json);
    }

    private static HttpResponse<String> sendPutTo(String path, String json) throws Exception {
        return PRODUCT.send(PRODUCT.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> delete(String name) throws Exception {
        return PRODUCT.send(PRODUCT.request("/api/v1/secrets/" + name).DELETE().build());
    }
}
