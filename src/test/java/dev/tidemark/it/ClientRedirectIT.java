package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.accuracy.FixtureSite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page that a meta refresh leads away from, measured by the product. */
class ClientRedirectIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static FixtureSite site;

    @BeforeAll
    static void start() {
        site = new FixtureSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonObject run(String id, String expectedUrl) throws IOException, InterruptedException {
        HttpResponse<String> created = PRODUCT.post(
                "/api/v1/probes",
                Json.createObjectBuilder()
                        .add("id", id)
                        .add("name", "Redirect " + id)
                        .add("url", site.url("meta-refresh.html"))
                        .add("every", "P1D")
                        .add("samples", 1)
                        .add("profile", "unthrottled")
                        .add("enabled", false)
                        .add("expect", Json.createObjectBuilder().add("url", expectedUrl))
                        .build()
                        .toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).getJsonObject("expect").getString("url")).isEqualTo(expectedUrl);
        HttpResponse<String> queued = PRODUCT.post("/api/v1/probes/" + id + "/runs", "");
        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(202);
        String location = queued.headers().firstValue("Location").orElseThrow();
        return json(PRODUCT.get(location.substring(location.indexOf("/api/")) + "?wait=PT60S"));
    }

    private static JsonObject json(HttpResponse<String> response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    @Test
    void whenItIsMeasured_thenApiAndPageNameTheRedirectAndItsWait() throws IOException, InterruptedException {
        JsonObject run = run("client-redirect", site.url("*.html"));

        assertThat(run.getString("outcome")).as(run.toString()).isEqualTo("OK");
        JsonObject sample = run.getJsonArray("samples").getJsonObject(0);
        assertThat(sample.getString("startUrl")).isEqualTo(site.url("meta-refresh.html"));
        assertThat(sample.getString("finalUrl")).isEqualTo(site.url("static-text.html"));
        JsonObject redirect = sample.getJsonArray("clientRedirects").getJsonObject(0);
        assertThat(redirect.getString("kind")).isEqualTo("meta-refresh");
        assertThat(redirect.getString("from")).isEqualTo(site.url("meta-refresh.html"));
        assertThat(redirect.getString("to")).isEqualTo(site.url("static-text.html"));
        assertThat(redirect.getJsonNumber("at").doubleValue()).isGreaterThanOrEqualTo(1_000);
        assertThat(sample.getJsonObject("measurements").getInt("REDIRECTS")).isZero();
        assertThat(PRODUCT.get("/runs/" + run.getString("id")).body())
                .contains("Client-side redirects", "meta refresh", site.url("meta-refresh.html"))
                .contains("All times are those of the last page", "before it is part of no metric");
    }

    @Test
    void whenItEndsElsewhere_thenTheRunFailsWithBothUrls() throws IOException, InterruptedException {
        JsonObject run = run("client-redirect-elsewhere", "*/meta-refresh.html");

        assertThat(run.getString("outcome")).isEqualTo("STEP_FAILED");
        assertThat(run.getString("fault")).isEqualTo("target");
        assertThat(run.getString("detail"))
                .contains("final URL is " + site.url("static-text.html") + ", expected */meta-refresh.html");
    }
}
