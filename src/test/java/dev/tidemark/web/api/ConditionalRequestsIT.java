package dev.tidemark.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9110, section 13, for each resource with entity tags. */
class ConditionalRequestsIT {

    enum Kind {
        PROBE(
                "/api/v1/probes/conditional",
                "{\"url\": \"http://127.0.0.1:9/\", \"every\": \"PT1H\", \"enabled\": false, \"name\": \"%s\"}"),
        RECIPIENT("/api/v1/recipients/conditional", "{\"name\": \"%s\", \"members\": [\"a@x.example\"]}"),
        MAINTENANCE(
                "/api/v1/maintenance/conditional",
                "{\"name\": \"%s\", \"from\": \"2199-01-01T00:00:00Z\", \"until\": \"2199-01-02T00:00:00Z\"}");

        private final String path;
        private final String body;

        Kind(String path, String body) {
            this.path = path;
            this.body = body;
        }

        String named(String name) {
            return body.formatted(name);
        }
    }

    private final TestServer product = TestServer.running();

    private HttpResponse<String> send(String method, String path, String header, String value, String body)
            throws Exception {
        var request = product.request(path).header("Content-Type", "application/json");
        if (!value.isEmpty()) {
            request.header(header, value);
        }
        return product.send(
                request.method(method, BodyPublishers.ofString(body)).build());
    }

    private String create(Kind kind) throws Exception {
        send("DELETE", kind.path, "", "", "");
        if (kind == Kind.RECIPIENT) {
            assertThat(send("PUT", kind.path, "", "", kind.named("first")).statusCode())
                    .isEqualTo(201);
        } else {
            String collection = kind.path.substring(0, kind.path.lastIndexOf('/'));
            String json = "{\"id\": \"conditional\", " + kind.named("first").substring(1);
            assertThat(product.post(collection, json).statusCode()).isEqualTo(201);
        }
        return product.get(kind.path).headers().firstValue("ETag").orElseThrow();
    }

    private int ifMatch(String method, Kind kind, String value) throws Exception {
        HttpResponse<String> answer = send(method, kind.path, "If-Match", value, kind.named("second"));
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("-1");
        }
        return answer.statusCode();
    }

    @ParameterizedTest
    @EnumSource
    void whenNoTagOfIfMatchIsTheCurrentOne_thenNothingIsChangedOrDeleted(Kind kind) throws Exception {
        String tag = create(kind);
        for (String value : List.of("\"777\"", "\"777\", \"778\"", "W/" + tag)) {
            assertThat(ifMatch("PUT", kind, value)).as(value).isEqualTo(412);
            assertThat(ifMatch("DELETE", kind, value)).as(value).isEqualTo(412);
        }
        for (String value : List.of("777", "\"777", "\"a\" \"b\"", "*, \"777\"", ",", "w/\"1\"")) {
            assertThat(ifMatch("PUT", kind, value)).as(value).isEqualTo(400);
            assertThat(ifMatch("DELETE", kind, value)).as(value).isEqualTo(400);
        }
        assertThat(product.get(kind.path).body()).contains("\"first\"");
        assertThat(product.get(kind.path).headers().firstValue("ETag")).contains(tag);
    }

    @ParameterizedTest
    @EnumSource
    void whenOneTagOfTheListIsTheCurrentOne_thenItIsChangedAndDeleted(Kind kind) throws Exception {
        String tag = create(kind);

        assertThat(ifMatch("PUT", kind, "\"777\", " + tag)).isEqualTo(200);
        HttpResponse<String> changed = product.get(kind.path);
        assertThat(changed.body()).contains("\"second\"");
        String next = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(next).isNotEqualTo(tag).doesNotStartWith("W/");
        assertThat(ifMatch("DELETE", kind, tag)).isEqualTo(412);
        assertThat(ifMatch("DELETE", kind, "\"a,b\",," + next + " , \"777\"")).isEqualTo(204);
        assertThat(ifMatch("DELETE", kind, "*")).isIn(404, 412);
    }

    @ParameterizedTest
    @EnumSource
    void whenIfMatchIsAStar_thenItHoldsForWhatExists(Kind kind) throws Exception {
        create(kind);

        assertThat(ifMatch("PUT", kind, "*")).isEqualTo(200);
        assertThat(ifMatch("DELETE", kind, "*")).isEqualTo(204);
        assertThat(ifMatch("PUT", kind, "*")).isIn(404, 412);
        assertThat(product.get(kind.path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whenATagOfIfNoneMatchIsTheCurrentOne_thenAReadIs304(Kind kind) throws Exception {
        String tag = create(kind);
        for (String value : List.of(tag, "W/" + tag, "\"777\", " + tag, "W/\"a\", W/" + tag, "*")) {
            HttpResponse<String> answer = send("GET", kind.path, "If-None-Match", value, "");
            assertThat(answer.statusCode()).as(value).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(send("GET", kind.path, "If-None-Match", "\"777\"", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whenAContactGroupMustBeNew_thenAnExistingOneIsKept() throws Exception {
        create(Kind.RECIPIENT);
        HttpResponse<String> answer =
                send("PUT", Kind.RECIPIENT.path, "If-None-Match", "*", Kind.RECIPIENT.named("second"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(product.get(Kind.RECIPIENT.path).body()).contains("\"first\"");
    }

    @Test
    void whenAProbeIsPausedOrItsLimitsAreChanged_thenConditionsHold() throws Exception {
        String tag = create(Kind.PROBE);
        for (String path : List.of("/pause", "/resume", "/budgets/presets/core-web-vitals", "/budgets/suggestions")) {
            assertThat(send("POST", Kind.PROBE.path + path, "If-Match", "\"777\"", "")
                            .statusCode())
                    .as(path)
                    .isEqualTo(412);
        }
        assertThat(send("POST", Kind.PROBE.path + "/pause", "If-Match", "\"777\", " + tag, "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whenAResourceHasNoTags_thenNoneMatches() throws Exception {
        String marker = product.post("/api/v1/markers", "{\"title\": \"conditional\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*/api", "/api");

        assertThat(send("DELETE", marker, "If-Match", "\"777\"", "").statusCode())
                .isEqualTo(412);
        assertThat(send("DELETE", marker, "If-Match", "*", "").statusCode()).isEqualTo(204);
    }

    @Test
    void whenAListIsReadAgainWithSeveralTags_thenItIs304() throws Exception {
        String tag = product.get("/api/v1/budgets/presets")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(send("GET", "/api/v1/budgets/presets", "If-None-Match", "\"777\", " + tag, "")
                        .statusCode())
                .isEqualTo(304);
    }
}
