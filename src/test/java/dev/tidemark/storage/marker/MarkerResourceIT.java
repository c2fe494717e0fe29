package dev.tidemark.storage.marker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MarkerResourceIT {

    private static final TestServer PRODUCT = TestServer.running();

    @BeforeAll
    static void probe() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"marker-it","name":"Marked","url":"http://127.0.0.1:9/","every":"P1D","enabled":false,"tags":["marker-it-tag"]}""");
    }

    private static HttpResponse<String> mark(String json) throws Exception {
        return PRODUCT.post("/api/v1/markers", json);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    @Nested
    class GivenADeploy {

        @Test
        void whenOnlyATitleIsSent_thenItIsADeployOfAllProbesNow() throws Exception {
            HttpResponse<String> answer = mark("{\"title\":\"v1.4.2\"}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonObject made = json(answer);
            assertThat(made.getString("kind")).isEqualTo("deploy");
            assertThat(made.containsKey("probe")).isFalse();
            assertThat(made.getString("by")).isNotBlank();
            assertThat(Duration.between(Instant.parse(made.getString("at")), Instant.now()))
                    .isLessThan(Duration.ofMinutes(5));
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .endsWith("/api/v1/markers/" + made.getString("id"));
        }

        @Test
        void whenItIsOfATag_thenItIsListedForTheProbeWithTheTag() throws Exception {
            String id = json(mark("""
                    {"title":"cdn moved","kind":"note","tag":"marker-it-tag","at":"2026-03-10T13:00:00+01:00","link":"https://ci.example/7","by":"ci"}""")).getString("id");

            JsonObject list =
                    json(PRODUCT.get("/api/v1/markers?probe=marker-it&kind=note&from=2026-03-10&to=2026-03-11"));

            assertThat(list.getJsonArray("items")).singleElement().satisfies(one -> {
                assertThat(one.asJsonObject().getString("id")).isEqualTo(id);
                assertThat(one.asJsonObject().getString("at")).isEqualTo("2026-03-10T12:00:00Z");
                assertThat(one.asJsonObject().getString("link")).isEqualTo("https://ci.example/7");
                assertThat(one.asJsonObject().getString("by")).isEqualTo("ci");
            });
        }

        @Test
        void whenItIsDeleted_thenItIsGone() throws Exception {
            String path =
                    "/api/v1/markers/" + json(mark("{\"title\":\"to go\"}")).getString("id");

            assertThat(PRODUCT.send(PRODUCT.request(path).DELETE().build()).statusCode())
                    .isEqualTo(204);
            assertThat(PRODUCT.get(path).statusCode()).isEqualTo(404);
            assertThat(PRODUCT.send(PRODUCT.request(path).DELETE().build()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class GivenInvalidInput {

        @Test
        void whenEverythingIsInvalid_thenAllErrorsAreReportedAndNothingIsAdded() throws Exception {
            HttpResponse<String> answer = mark("""
                    {"kind":"browser","at":"yesterday","probe":"nobody-knows","tag":"a,b","link":"javascript:alert(1)","titel":"x"}""");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .contains("application/problem+json");
            assertThat(answer.body())
                    .contains(
                            "/kind",
                            "/at",
                            "/probe",
                            "/tag",
                            "/link",
                            "title is missing. Describe the event",
                            "Did you mean \\\"title\\\"?");
        }

        @Test
        void whenItIsNoJson_thenThatIsReported() throws Exception {
            assertThat(mark("title=v1").statusCode()).isEqualTo(400);
            assertThat(mark("[]").statusCode()).isEqualTo(422);
        }

        @Test
        void whenThereIsNoToken_thenNothingIsAdded() throws Exception {
            HttpResponse<String> answer =
                    PRODUCT.send(java.net.http.HttpRequest.newBuilder(PRODUCT.at("/api/v1/markers"))
                            .header("Content-Type", "application/json")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"title\":\"x\"}"))
                            .build());

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }
}
