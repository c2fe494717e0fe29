package dev.tidemark.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.platform.crypto.EncryptedField;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProbeResourceIT {

    private final TestServer product = TestServer.running();
    private final String id = "rest-" + ThreadLocalRandom.current().nextInt(1_000_000);

    private String json(String every) {
        return """
                {"id": "%s", "url": "http://127.0.0.1:9/", "every": "%s", "enabled": false,
                 "headers": {"Authorization": "geheim"},
                 "budgets": [{"metric": "LCP", "max": 2500, "breaches": 2, "of": 3}]}""".formatted(id, every);
    }

    private HttpResponse<String> put(String ifMatch, String json) throws Exception {
        var request = product.request("/api/v1/probes/" + id).header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return product.send(request.PUT(BodyPublishers.ofString(json)).build());
    }

    private HttpResponse<String> apply(String query, String yaml) throws Exception {
        return product.send(product.request("/api/v1/apply" + query)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(yaml))
                .build());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Nested
    class GivenACreatedProbe {

        @Test
        void whenItIsRead_thenItIsThereWithoutItsSecret() throws Exception {
            HttpResponse<String> made = product.post("/api/v1/probes", json("PT1H"));
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Location").orElseThrow())
                    .endsWith("/api/v1/probes/" + id)
                    .doesNotContain("v1/api");
            HttpResponse<String> read = product.get("/api/v1/probes/" + id);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.body())
                    .contains("\"every\":\"PT1H\"", "\"Authorization\":\"***\"", "\"max\":2500", "\"version\":1")
                    .doesNotContain("geheim")
                    .isEqualTo(made.body());
        }

        @Test
        void whenItIsReadEditedAndSentBack_thenItsSecretIsStillThere() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            HttpResponse<String> read = product.get("/api/v1/probes/" + id);
            HttpResponse<String> put = put(tag(read), read.body().replace("PT1H", "PT2H"));
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(put.body()).contains("\"every\":\"PT2H\"", "\"version\":2");
            try (var connection = product.database().connect();
                    var row = connection
                            .createStatement()
                            .executeQuery("SELECT definition FROM probe WHERE slug = '" + id + "'")) {
                row.next();
                assertThat(row.getString(1)).startsWith("enc:1:").doesNotContain("geheim");
                assertThat(new EncryptedField("probe", "definition", id).decrypt(row.getString(1)))
                        .contains("geheim");
            }
        }

        @Test
        void whenTheETagIsMissingOrOld_thenItIsRejected() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            assertThat(put(null, json("PT2H")).statusCode()).isEqualTo(428);
            assertThat(put("\"1\"", json("PT2H")).statusCode()).isEqualTo(200);
            HttpResponse<String> late = put("\"1\"", json("PT3H"));
            assertThat(late.statusCode()).isEqualTo(412);
            assertThat(late.body()).contains("has the ETag \\\"2\\\", which does not match If-Match: \\\"1\\\".");
            assertThat(product.get("/api/v1/probes/" + id).body()).contains("PT2H");
        }

        @Test
        void whenItsNameHasUmlauts_thenTheyStay() throws Exception {
            product.post("/api/v1/probes", json("PT1H").replace("\"enabled\"", "\"name\": \"Größe 漢\", \"enabled\""));
            assertThat(product.get("/api/v1/probes/" + id).body()).contains("\"name\":\"Größe 漢\"");
        }

        @Test
        void whenItIsRequestedAgain_thenItIsNotModified() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            String tag = tag(product.get("/api/v1/probes/" + id));
            var request = product.request("/api/v1/probes/" + id).header("If-None-Match", tag);
            assertThat(product.send(request.build()).statusCode()).isEqualTo(304);
        }

        @Test
        void whenItIsCreatedAgain_thenItIsAConflict() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            assertThat(product.post("/api/v1/probes", json("PT1H")).statusCode())
                    .isEqualTo(409);
        }

        @Test
        void whenItIsDeleted_thenItIsGone() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            var delete = product.request("/api/v1/probes/" + id).DELETE().build();
            assertThat(product.send(delete).statusCode()).isEqualTo(204);
            assertThat(product.send(delete).statusCode()).isEqualTo(404);
            assertThat(product.get("/api/v1/probes/" + id).statusCode()).isEqualTo(404);
        }

        @Test
        void whenItIsResumedAndPaused_thenThatIsReported() throws Exception {
            product.post("/api/v1/probes", json("PT1H"));
            assertThat(product.post("/api/v1/probes/" + id + "/resume", "").body())
                    .contains("\"enabled\":true");
            assertThat(product.post("/api/v1/probes/" + id + "/pause", "").body())
                    .contains("\"enabled\":false");
        }
    }

    @Nested
    class GivenBadInput {

        @Test
        void whenTheIdIsThatOfTidemarkItself_thenItIsRefused() throws Exception {
            HttpResponse<String> posted =
                    product.post("/api/v1/probes", json("PT1H").replace(id, "tidemark"));
            HttpResponse<String> applied =
                    apply("", "- {id: tidemark, url: 'http://127.0.0.1:9/', every: PT1H, enabled: false}\n");

            assertThat(posted.statusCode()).isEqualTo(422);
            assertThat(posted.body()).contains("\"/id\"", "is reserved for Tidemark itself. Choose another id.");
            assertThat(applied.statusCode()).isEqualTo(422);
            assertThat(applied.body()).contains("is reserved for Tidemark itself. Choose another id.");
        }

        @Test
        void whenADefinitionHasErrors_thenAllErrorsAreReportedAndNothingIsSaved() throws Exception {
            String bad = json("PT1S").replace("\"LCP\"", "\"LPC\"").replace("\"enabled\"", "\"samples\":0,\"enabeld\"");
            HttpResponse<String> answer = product.post("/api/v1/probes", bad);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains("\"pointer\":\"/every\"", "\"pointer\":\"/budgets/0/metric\"", "\"pointer\":\"/samples\"")
                    .contains("Did you mean \\\"LCP\\\"?", "Did you mean \\\"enabled\\\"?");
            assertThat(product.get("/api/v1/probes/" + id).statusCode()).isEqualTo(404);
        }

        @Test
        void whenASecretIsMasked_thenItIsRefused() throws Exception {
            HttpResponse<String> answer =
                    product.post("/api/v1/probes", json("PT1H").replace("geheim", "***"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("has a masked value (***). Send the full value.");
        }

        @Test
        void whenItIsNoJson_thenItIs400() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/probes", "{\"id\": ");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Invalid JSON at line ");
        }

        @Test
        void whenMethodOrTypeIsWrong_thenTheProblemSaysSo() throws Exception {
            var patch = product.request("/api/v1/probes")
                    .method("PATCH", BodyPublishers.noBody())
                    .build();
            assertThat(product.send(patch).statusCode()).isEqualTo(405);
            var xml = product.request("/api/v1/probes")
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString("<a/>"))
                    .build();
            HttpResponse<String> answer = product.send(xml);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }

        @Test
        void whenTheLimitIsNoNumber_thenItIsAProblem() throws Exception {
            HttpResponse<String> answer = product.get("/api/v1/probes?limit=x");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Nested
    class GivenThreeProbes {

        @Test
        void whenTheyAreListedInPages_thenTheCursorLeadsOn() throws Exception {
            String bundle = "[{id: %1$s-1, %2$s}, {id: %1$s-2, %2$s}, {id: %1$s-3, %2$s}]"
                    .formatted(id, "url: \"http://127.0.0.1:9/\", every: PT1H, enabled: false");
            assertThat(apply("", bundle).statusCode()).isEqualTo(200);
            String first = product.get("/api/v1/probes?limit=2&cursor=" + id).body();
            assertThat(first).contains(id + "-1", "\"next\":\"" + id + "-2\"").doesNotContain(id + "-3");
            assertThat(product.get("/api/v1/probes?limit=2&cursor=" + id + "-2").body())
                    .contains(id + "-3");
        }
    }

    @Nested
    class GivenABundle {

        private final String yaml =
                "probes:\n  - {id: %s, url: 'http://127.0.0.1:9/', every: PT1H, enabled: false}\n".formatted(id);

        @Test
        void whenItIsADryRun_thenThePlanIsReturnedAndNothingIsChanged() throws Exception {
            assertThat(apply("?dryRun=true", yaml).body()).contains("\"dryRun\":true", "\"created\":[\"" + id + "\"]");
            assertThat(product.get("/api/v1/probes/" + id).statusCode()).isEqualTo(404);
        }

        @Test
        void whenItIsAppliedTwice_thenTheSecondTimeNothingChanges() throws Exception {
            apply("", yaml);
            assertThat(apply("", yaml).body()).contains("\"unchanged\":[\"" + id + "\"]", "\"created\":[]");
        }

        @Test
        void whenItDiffers_thenTheDiffNamesThePointer() throws Exception {
            apply("", yaml);
            assertThat(apply("", yaml.replace("PT1H", "PT2H")).body())
                    .contains(
                            "\"id\":\"" + id + "\"",
                            "\"pointer\":\"/every\"",
                            "\"before\":\"PT1H\"",
                            "\"after\":\"PT2H\"");
        }

        @Test
        void whenItHasAnError_thenTheLineIsReported() throws Exception {
            HttpResponse<String> answer =
                    apply("", yaml + "  - {id: x, url: 'http://127.0.0.1:9/', every: PT1H, sample: 3}\n");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("Line 3: Unknown key \\\"sample\\\". Did you mean \\\"samples\\\"?", "/probes/1/sample");
            assertThat(product.get("/api/v1/probes/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenAFileInTheProbesDirectory {

        @Test
        void whenItIsAddedAndDeleted_thenItsReadOnlyProbeIsToo() throws Exception {
            Path file = product.probes().resolve(id + ".yaml");
            Files.writeString(file, "id: " + id + "\nurl: http://127.0.0.1:9/\nevery: PT1H\nenabled: false\n");
            awaitStatus(200);
            assertThat(product.get("/api/v1/probes/" + id).body()).contains("\"file\":\"" + id + ".yaml\"");
            HttpResponse<String> put = put("*", json("PT2H"));
            assertThat(put.statusCode()).isEqualTo(409);
            assertThat(put.body()).contains("is defined in the file " + id + ".yaml. Change it there.");
            Files.delete(file);
            awaitStatus(404);
        }

        private void awaitStatus(int status) throws Exception {
            Instant end = Instant.now().plus(Duration.ofSeconds(90));
            while (product.get("/api/v1/probes/" + id).statusCode() != status) {
                assertThat(Instant.now()).as("status " + status).isBefore(end);
                Thread.sleep(100);
            }
        }
    }

    @Nested
    class GivenTheDescription {

        @Test
        void whenOpenApiIsQueried_thenItNamesThePathsAndShapes() throws Exception {
            assertThat(product.get("/openapi").body())
                    .contains("/api/v1/probes/{id}:", "/api/v1/apply:", "#/components/schemas/Probe", "scheme: bearer")
                    .contains("/probes/{id}/histogram.{kind}:", "/runs/{id}/waterfall.{kind}:")
                    .contains("$ref: \"#/components/responses/Invalid\"", "description: All errors in the input");
        }
    }
}
