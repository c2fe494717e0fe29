package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunTicket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunApiIT {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final ProbeId PROBE = new ProbeId("run-api");
    private static final LocationName ELSEWHERE = new LocationName("run-api-elsewhere");
    private static final TestServer PRODUCT = TestServer.running();
    private static HistoryFixture fixture;
    private static Run ok;

    @BeforeAll
    static void record() {
        fixture = HistoryFixture.over(PRODUCT.database());
        ok = fixture.recorded(slot(NOON), "LCP", 1834.5, "CLS", 0.02);
        fixture.recorded(slot(NOON.plusSeconds(600)), "LCP", 2000);
        fixture.failed(slot(NOON.plusSeconds(1200)), OutcomeType.TIMEOUT);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Slot slot(Instant at) {
        return new Slot(PROBE, ELSEWHERE, at);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return PRODUCT.get("/api/v1" + path);
    }

    private static JsonObject json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    @Nested
    class GivenARunThatHasEnded {
        @Test
        void whenItIsRequested_thenItHasTheDocumentedFields() throws IOException, InterruptedException {
            JsonObject run = json("/runs/" + ok.id());

            assertThat(run.getString("probe")).isEqualTo("run-api");
            assertThat(run.getString("plannedAt")).isEqualTo("2026-03-10T12:00:00Z");
            assertThat(run.getString("state")).isEqualTo("ended");
            assertThat(run.getString("outcome")).isEqualTo("OK");
            assertThat(run.getString("fault")).isEqualTo("none");
            assertThat(run.getJsonObject("measurements").getJsonNumber("LCP").doubleValue())
                    .isEqualTo(1834.5);
            assertThat(run.getJsonObject("absent").getString("INP")).isEqualTo("no interaction");
            assertThat(run.getJsonObject("engine").getString("playwright")).isEqualTo("1.62.0");
            JsonObject sample = run.getJsonArray("samples").getJsonObject(0);
            assertThat(sample.getInt("n")).isEqualTo(1);
            assertThat(sample.getBoolean("representative")).isTrue();
        }

        @Test
        void whenItHasNoPictures_thenTheFilmstripIsEmptyAndTheHarIsMissing() throws IOException, InterruptedException {
            assertThat(json("/runs/" + ok.id() + "/samples/1/filmstrip").getJsonArray("items"))
                    .isEmpty();
            assertThat(get("/runs/" + ok.id() + "/har").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenARunInProgress {
        @Test
        void whenAClientWaits_thenTheResponseFollowsItsEnd() throws Exception {
            RunTicket ticket = fixture.started(slot(NOON.plusSeconds(3600)));
            var answer = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                try {
                    return json("/runs/" + ticket.run() + "?wait=PT60S");
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            fixture.history().end(ticket, OutcomeType.ABANDONED, "ended by the test", NOON.plusSeconds(3700));

            assertThat(answer.get(90, java.util.concurrent.TimeUnit.SECONDS).getString("outcome"))
                    .isEqualTo("ABANDONED");
        }

        @Test
        void whenTheWaitTimesOut_thenTheCurrentRunIsReturned() throws IOException, InterruptedException {
            RunTicket ticket = fixture.started(slot(NOON.plusSeconds(7200)));

            JsonObject run = json("/runs/" + ticket.run() + "?wait=PT0.2S");

            assertThat(run.getString("state")).isEqualTo("running");
            assertThat(run.containsKey("outcome")).isFalse();
        }
    }

    @Nested
    class GivenAProbeWithRuns {
        @Test
        void whenTheyAreListed_thenACursorLeadsToTheNextPage() throws IOException, InterruptedException {
            String path = "/probes/run-api/runs?from=2026-03-10T12:00:00Z&to=2026-03-10T12:20:01Z&limit=2";
            JsonObject first = json(path);
            JsonObject second = json(path + "&cursor=" + first.getString("next"));

            assertThat(first.getJsonArray("items")).hasSize(2);
            assertThat(first.getJsonArray("items").getJsonObject(0).getString("outcome"))
                    .isEqualTo("TIMEOUT");
            assertThat(second.getJsonArray("items").getJsonObject(0).getString("id"))
                    .isEqualTo(ok.id().toString());
            assertThat(second.getOrDefault("next", JsonValue.NULL)).isEqualTo(JsonValue.NULL);
        }

        @Test
        void whenItsTrendIsQueried_thenThereIsOnePointPerStep() throws IOException, InterruptedException {
            JsonObject trend =
                    json("/probes/run-api/trend?metric=LCP&statistic=max&from=2026-03-10&to=2026-03-11&step=PT1H");

            assertThat(trend.getString("unit")).isEqualTo("ms");
            assertThat(trend.getString("step")).isEqualTo("PT1H");
            assertThat(trend.getJsonArray("points")).singleElement().satisfies(point -> {
                assertThat(point.asJsonObject().getString("at")).isEqualTo("2026-03-10T12:00:00Z");
                assertThat(point.asJsonObject().getInt("value")).isEqualTo(2000);
                assertThat(point.asJsonObject().getInt("runs")).isEqualTo(2);
            });
        }

        @Test
        void whenParametersAreWrong_thenAllErrorsAreReported() throws IOException, InterruptedException {
            HttpResponse<String> answer = get("/probes/run-api/trend?metric=LPC&statistic=p42&from=x&step=soon");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Did you mean \\\"LCP\\\"?", "/statistic", "/from", "/step");
        }
    }

    @Nested
    class GivenNoData {
        @Test
        void whenUnknownResourcesAreRequested_thenTheStatusIs404() throws IOException, InterruptedException {
            assertThat(get("/runs/0195d3a0-0000-7000-8000-000000000000").statusCode())
                    .isEqualTo(404);
            assertThat(get("/runs/none").statusCode()).isEqualTo(404);
            assertThat(get("/probes/nobody-knows-it/runs").statusCode()).isEqualTo(404);
            assertThat(get("/probes/nobody-knows-it/trend").statusCode()).isEqualTo(404);
        }
    }
}
