package dev.tidemark.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for every call of the API, with the calls taken from its OpenAPI document. */
class ApiRulesIT {

    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final TestServer product = TestServer.running();
    private String run;

    private record Call(String method, String path, List<String> queryNames, Optional<String> mediaType) {}

    @BeforeEach
    void createAProbeWithARun() throws Exception {
        product.post(BASE + "/probes", """
                {"id": "api-rules", "url": "http://127.0.0.1:9/", "every": "PT1H", "enabled": false, "tags": ["rules", "api"]}""");
        String queued = product.post(BASE + "/probes/api-rules/runs", "").body();
        run = Json.createReader(new StringReader(queued)).readObject().getString("id");
    }

    private List<Call> calls() throws Exception {
        var request = product.request("/openapi?format=JSON").header("Accept", "application/json");
        JsonObject document = Json.createReader(
                        new StringReader(product.send(request.build()).body()))
                .readObject();
        List<Call> calls = new ArrayList<>();
        document.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().entrySet().stream()
                .filter(one -> path.startsWith(BASE) && METHODS.contains(one.getKey()))
                .forEach(one -> calls.add(
                        call(document, path, one.getKey(), one.getValue().asJsonObject()))));
        return calls;
    }

    private Call call(JsonObject document, String path, String method, JsonObject operation) {
        List<String> names = new ArrayList<>();
        for (JsonValue item :
                operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
            JsonObject parameter = resolved(document, item.asJsonObject());
            if (parameter.getString("in").equals("query")) {
                names.add(parameter.getString("name"));
            }
        }
        Optional<String> mediaType = Optional.ofNullable(operation.getJsonObject("requestBody"))
                .map(body -> body.getJsonObject("content").keySet().iterator().next());
        String id = path.contains("/runs/{id}") ? run : path.contains("/probes/{id}") ? "api-rules" : "none";
        String concrete = path.replace("{id}", id)
                .replace("{n}", "1")
                .replace("{frame}", "1")
                .replaceAll("\\{[a-z]+}", "none");
        return new Call(
                method.toUpperCase(Locale.ROOT),
                concrete.startsWith(BASE) ? concrete : BASE + concrete,
                names,
                mediaType);
    }

    private static JsonObject resolved(JsonObject document, JsonObject parameter) {
        JsonString ref = parameter.getJsonString("$ref");
        return ref == null
                ? parameter
                : document.getJsonObject("components")
                        .getJsonObject("parameters")
                        .getJsonObject(ref.getString().substring(ref.getString().lastIndexOf('/') + 1));
    }

    private HttpResponse<String> send(Call call, String query, String body) throws Exception {
        var request = product.request(call.path() + query).header("If-Match", "*");
        call.mediaType().ifPresent(type -> request.header("Content-Type", type));
        return product.send(
                request.method(call.method(), BodyPublishers.ofString(body)).build());
    }

    private static void assertProblem(HttpResponse<String> answer, String call) {
        assertThat(answer.statusCode()).as(call + ": " + answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(call)
                .startsWith("application/problem+json");
    }

    @Nested
    class GivenEveryCallOfTheOpenApiDocument {

        @Test
        void whenAParameterIsUnknown_thenItIsRefusedByName() throws Exception {
            for (Call call : calls()) {
                HttpResponse<String> answer = send(call, "?no_such_parameter=1", "{}");
                assertThat(answer.statusCode()).as(call + answer.body()).isEqualTo(422);
                assertThat(answer.body()).as(call.toString()).contains("\"/no_such_parameter\"", "Unknown parameter");
            }
        }

        @Test
        void whenAParameterIsMisspelt_thenTheNearestNameIsSuggested() throws Exception {
            List<Call> withParameters = calls().stream()
                    .filter(call -> !call.queryNames().isEmpty())
                    .toList();
            assertThat(withParameters).hasSizeGreaterThan(14);
            for (Call call : withParameters) {
                for (String name : call.queryNames()) {
                    HttpResponse<String> answer = send(call, "?" + name + "x=1", "{}");
                    assertThat(answer.statusCode()).as(call + answer.body()).isEqualTo(422);
                    assertThat(answer.body())
                            .as(call.toString())
                            .contains("\"/" + name + "x\"", "Did you mean \\\"" + name + "\\\"?");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[1]", "\"x\"", "5", "null", "true", "", "{", "[{}]"})
        void whenABodyHasTheWrongType_thenItIsAProblem(String body) throws Exception {
            for (Call call : calls()) {
                boolean listsAllowed = call.path().endsWith("/apply") && body.equals("[]");
                boolean mayBeEmpty = call.path().endsWith("/acknowledgement");
                if (call.mediaType().isPresent() && !listsAllowed && !(mayBeEmpty && body.isEmpty())) {
                    String query = call.path().endsWith("/budgets/import") ? "?format=sitespeed" : "";
                    assertProblem(send(call, query, body), call + " " + body);
                }
            }
        }

        @Test
        void whenTheContentTypeIsWrong_thenItIs415() throws Exception {
            for (Call call : calls()) {
                if (call.mediaType().isPresent()) {
                    Call asPicture = new Call(call.method(), call.path(), call.queryNames(), Optional.of("image/png"));
                    HttpResponse<String> answer = send(asPicture, "", "{}");
                    assertProblem(answer, call.toString());
                    assertThat(answer.statusCode()).as(call.toString()).isEqualTo(415);
                }
            }
        }

        @Test
        void whenTheMethodIsWrong_thenItIs405WithTheAllowedOnes() throws Exception {
            Map<String, Set<String>> methods = new TreeMap<>();
            calls().forEach(call -> methods.computeIfAbsent(call.path(), path -> new TreeSet<>())
                    .add(call.method()));
            for (var path : methods.entrySet()) {
                String wrong = path.getValue().contains("PATCH") ? "PUT" : "PATCH";
                HttpResponse<String> answer =
                        send(new Call(wrong, path.getKey(), List.of(), Optional.of("application/json")), "", "{}");
                assertProblem(answer, wrong + " " + path);
                assertThat(answer.statusCode()).as(wrong + " " + path).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow").orElse(""))
                        .as(path.toString())
                        .contains(path.getValue());
            }
        }
    }

    @Nested
    class GivenAValueOfTheWrongType {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/probes?limit=abc | /limit",
                    "/probes?limit=0 | /limit",
                    "/probes?limit=-1 | /limit",
                    "/probes?limit=99999999999 | /limit",
                    "/probes?limit=1.5 | /limit",
                    "/probes?limit=1&limit=2 | /limit",
                    "/probes?cursor=No%20Id | /cursor",
                    "/probes?tags=shop | Did you mean \\\"tag\\\"?",
                    "/probes/api-rules/runs?from=yesterday | /from",
                    "/probes/api-rules/runs?from=2026-03-02&to=2026-03-01 | /from",
                    "/probes/api-rules/runs?outcome=OKAY | Did you mean \\\"OK\\\"?",
                    "/probes/api-rules/runs?outcome=TIMEOUTS | Did you mean \\\"TIMEOUT\\\"?",
                    "/probes/api-rules/changes?from=2026-03-02&to=2026-03-01 | /from",
                    "/markers?from=2026-03-02&to=2026-03-01 | /from",
                    "/markers?kind=deplyo | Did you mean \\\"deploy\\\"?",
                    "/incidents?state=opne | Did you mean \\\"open\\\"?",
                    "/incidents?cursor=none | /cursor",
                    "/maintenance/times?from=2026-03-02&to=2026-03-01 | /from",
                    "/probes/api-rules/trend?metric=lpc | Did you mean \\\"LCP\\\"?",
                    "/probes/api-rules/trend?metric=SILENCE | /metric",
                    "/probes/api-rules/trend?metric=UPTIME&statistic=p95 | /statistic",
                    "/probes/api-rules/trend?statistic=p57 | Did you mean \\\"p75\\\"?",
                    "/probes/api-rules/trend?step=PT0S | /step",
                    "/probes/api-rules/explain?location=mars | /location",
                    "/probes/api-rules/uptime?location=mars | /location",
                    "/users?limit=abc | /limit",
                    "/runs/0195d3a0-0000-7000-8000-000000000000?wait=soon | /wait",
                    "/runs/0195d3a0-0000-7000-8000-000000000000?wait=PT1S&wait=PT2S | /wait",
                    "/tokens?cursor=abc | /cursor",
                })
        void whenItIsSent_thenItIs422WithTheNameOfTheParameter(String path, String expected) throws Exception {
            HttpResponse<String> answer = product.get(BASE + path);

            assertProblem(answer, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body()).contains(expected);
        }

        @Test
        void whenSeveralAreWrong_thenAllAreReported() throws Exception {
            HttpResponse<String> answer =
                    product.get(BASE + "/probes/api-rules/runs?from=x&outcom=OK&limit=0&location=A&location=B");

            assertThat(answer.body()).contains("\"/from\"", "\"/outcom\"", "\"/limit\"", "\"/location\"");
        }

        @Test
        void whenADryRunIsMisspelt_thenNothingIsApplied() throws Exception {
            String yaml = "id: not-applied\nurl: http://127.0.0.1:9/\nevery: PT1H\nenabled: false\n";
            for (String query : List.of("?dryrun=true", "?dryRun=yes", "?dryRun=true&dryRun=true", "?prune=1")) {
                HttpResponse<String> answer = product.send(product.request(BASE + "/apply" + query)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(yaml))
                        .build());
                assertThat(answer.statusCode()).as(query).isEqualTo(422);
            }
            assertThat(product.get(BASE + "/probes/not-applied").statusCode()).isEqualTo(404);
        }

        @Test
        void whenABundleIsEmpty_thenPruningDeletesNothing() throws Exception {
            for (String yaml : List.of("", " \n", "null", "# nothing\n", "---\n")) {
                HttpResponse<String> answer = product.send(product.request(BASE + "/apply?prune=true")
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(yaml))
                        .build());
                assertThat(answer.statusCode()).as(yaml).isEqualTo(422);
            }
            assertThat(product.get(BASE + "/probes/api-rules").statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/runs/abc", "/runs/abc/samples/x/screenshot", "/markers/7", "/incidents/*", "/probes/A"})
        void whenAnIdHasAnotherForm_thenItIs404(String path) throws Exception {
            HttpResponse<String> answer = product.get(BASE + path);

            assertProblem(answer, path);
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenTags {

        @Test
        void whenProbesAreListedByTag_thenOthersAreLeftOutOfEveryPage() throws Exception {
            for (String id : List.of("tag-a", "tag-b", "tag-c")) {
                String tags = id.equals("tag-b") ? "[\"tagged\", \"two\"]" : "[\"tagged\"]";
                product.post(BASE + "/probes", """
                        {"id": "%s", "url": "http://127.0.0.1:9/", "every": "PT1H", "enabled": false, "tags": %s}""".formatted(id, tags));
            }
            assertThat(ids("?tag=tagged")).containsExactly("tag-a", "tag-b", "tag-c");
            assertThat(ids("?tag=tagged&limit=2")).containsExactly("tag-a", "tag-b");
            assertThat(ids("?tag=tagged&limit=2&cursor=tag-b")).containsExactly("tag-c");
            assertThat(ids("?tag=tagged&tag=two")).containsExactly("tag-b");
            assertThat(ids("?tag=Tagged")).isEmpty();
            assertThat(ids("?tag=none")).isEmpty();
            assertThat(product.get(BASE + "/probes?tag=tagged&limit=3").body()).contains("\"next\":null");
        }

        private List<String> ids(String query) throws Exception {
            return Json.createReader(new StringReader(
                            product.get(BASE + "/probes" + query).body()))
                    .readObject()
                    .getJsonArray("items")
                    .getValuesAs(item -> item.asJsonObject().getString("id"));
        }
    }
}
