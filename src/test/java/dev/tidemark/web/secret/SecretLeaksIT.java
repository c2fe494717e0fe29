package dev.tidemark.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Where secrets of definitions pass through: test runs, changes and their audit entries, plans, exports, error messages, pages. More
 * invalid input is in InvalidSecretsTest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretLeaksIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final Page.WaitForSelectorOptions PATIENTLY = new Page.WaitForSelectorOptions().setTimeout(120_000);

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer site;

    @BeforeAll
    void startSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            String headers = exchange.getRequestHeaders().entrySet().toString();
            received.add(exchange.getRequestURI() + " " + headers);
            byte[] echo = headers.getBytes(StandardCharsets.UTF_8);
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

    private String url(String path) {
        return "http://localhost:" + site.getAddress().getPort() + path;
    }

    private static HttpResponse<String> put(String path, String json, String... headers) throws Exception {
        HttpRequest.Builder request = PRODUCT.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return PRODUCT.send(request.build());
    }

    private static HttpResponse<String> apply(String query, String text, String type) throws Exception {
        return PRODUCT.send(PRODUCT.request("/api/v1/apply" + query)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    private static void assertThatPageHasNone(String where) {
        assertThat(TestVisitor.shared().page().content()).as(where).doesNotContain(Canaries.CANARY);
    }

    @Nested
    class GivenATestRunOfAForm {

        private long sent() {
            return received.stream()
                    .filter(one -> one.startsWith("/form ") && one.contains("canary-form-token"))
                    .count();
        }

        @Test
        void whenItsResultIsShown_thenSecretsAreMaskedAndStillSentAndSaved() throws Exception {
            TestVisitor.shared().openLoggedIn("/probes/new", Look.LIGHT_DESKTOP);
            Page page = TestVisitor.shared().page();
            page.fill("#name", "Leaks form");
            page.fill("#url", url("/form"));
            page.fill("#every", "PT24H");
            page.fill("#notify", "https://hooks.invalid/canary-form-hook");
            page.fill("#more", """
                    {"kind": "http", "headers": {"X-Token": "canary-form-token"},
                     "basicAuth": {"user": "ada", "password": "canary-form-password"}, "expect": {"contains": "nowhere"}}""");

            page.click("button:has-text('Test run')");
            page.waitForSelector("#trial .verdict", PATIENTLY);

            assertThatPageHasNone("test run");
            long first = sent();
            assertThat(first).isPositive();
            page.click("button:has-text('Test run')");
            page.waitForSelector("#trial .verdict", PATIENTLY);
            long second = sent();
            assertThat(second).isGreaterThan(first);

            page.click("button.primary");
            page.waitForURL("**/probes/leaks-form");
            assertThat(PRODUCT.get("/api/v1/probes/leaks-form").body())
                    .contains("\"X-Token\":\"***\"", "https://hooks.invalid/***")
                    .doesNotContain(Canaries.CANARY);
            PRODUCT.get(PRODUCT.post("/api/v1/probes/leaks-form/runs", "")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .replaceFirst("https?://[^/]+", "")
                    + "?wait=PT60S");
            assertThat(sent()).isGreaterThan(second);
            assertThat(Canaries.inTables(PRODUCT)).isEmpty();
            assertThat(Canaries.inLogs(PRODUCT)).isEmpty();
        }
    }

    @Nested
    class GivenADefinitionThatChanges {

        private String definition(String version) {
            return """
                    {"id": "leaks-change", "name": "Leaks", "url": "%s", "every": "PT24H", "samples": 1, "enabled": false,
                     "headers": {"X-Token": "canary-header-%2$s"}, "cookies": {"sid": "canary-cookie-%2$s"},
                     "localStorage": {"session": "canary-storage-%2$s"},
                     "basicAuth": {"user": "ada", "password": "canary-password-%2$s"},
                     "notify": ["slack+https://hooks.invalid/canary-hook-%2$s"],
                     "steps": [{"fill": {"selector": "#q", "value": "canary-fill-%2$s", "secret": true}}]}""".formatted(url("/change"), version);
        }

        @Test
        void whenItIsComparedAppliedAndExported_thenNothingShowsThem() throws Exception {
            HttpResponse<String> created = PRODUCT.post("/api/v1/probes", definition("1"));
            String tag = created.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> changed = put("/api/v1/probes/leaks-change", definition("2"), "If-Match", tag);
            String bundle = "{\"probes\": [" + definition("3") + "]}";
            HttpResponse<String> plan = apply("?dryRun=true", bundle, "application/json");
            HttpResponse<String> applied = apply("", bundle, "application/json");
            HttpResponse<String> refused = put("/api/v1/probes/leaks-change", definition("4"), "If-Match", tag);

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(plan.body()).contains("leaks-change");
            assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
            assertThat(refused.statusCode()).isEqualTo(412);
            for (HttpResponse<String> one : List.of(created, changed, plan, applied, refused)) {
                Canaries.assertNoneIn(one.request().method() + " " + one.uri(), one);
            }
            for (String path : List.of(
                    "/api/v1/export",
                    "/api/v1/audit?object=probe/leaks-change",
                    "/api/v1/audit?object=probe/leaks-change&format=csv",
                    "/api/v1/audit?object=probe/leaks-change&format=jsonl",
                    "/settings/audit?object=probe/leaks-change",
                    "/probes/leaks-change",
                    "/probes/leaks-change/edit",
                    "/probes/leaks-change/budgets",
                    "/metrics",
                    "/health",
                    "/openapi")) {
                Canaries.assertNoneIn(path, PRODUCT.get(path));
            }
            assertThat(PRODUCT.get("/api/v1/audit?object=probe/leaks-change").body())
                    .contains("\"action\":\"update\"", "\"action\":\"create\"");
            TestVisitor.shared().openLoggedIn("/probes/leaks-change/edit", Look.LIGHT_DESKTOP);
            assertThatPageHasNone("form");
        }
    }

    @Nested
    class GivenInvalidInput {

        @Test
        void whenTheErrorIsReported_thenItDoesNotRepeatTheValue() throws Exception {
            String start = "{\"id\": \"leaks-invalid\", \"name\": \"L\", \"url\": \"" + url("/")
                    + "\", \"every\": \"PT24H\", ";
            for (String rest : List.of(
                    "\"headers\": {\"X-Token\": [\"canary-a\"]}}",
                    "\"basicAuth\": \"ada:canary-a\"}",
                    "\"notify\": [\"slack+htps://hooks.invalid/canary-a\"]}",
                    "\"headers\": {\"X-Token\": canary-a}}")) {
                HttpResponse<String> answer = PRODUCT.post("/api/v1/probes", start + rest);
                assertThat(answer.statusCode()).as(rest + answer.body()).isIn(400, 422);
                Canaries.assertNoneIn(rest, answer);
            }
            for (String yaml : List.of(
                    "headers: {Authorization: \"canary-a",
                    "headers:\n  Authorization: canary-a: canary-b",
                    "headers:\n\tAuthorization: canary-a",
                    "basicAuth: !!java canary-a")) {
                HttpResponse<String> answer = apply(
                        "?dryRun=true", "id: leaks-yaml\nurl: http://localhost/\n" + yaml + "\n", "application/yaml");
                assertThat(answer.statusCode()).as(yaml + answer.body()).isIn(400, 422);
                Canaries.assertNoneIn(yaml, answer);
            }
            for (String member : List.of("slack+htps://hooks.invalid/canary-a", "https://hooks_invalid/canary-a")) {
                HttpResponse<String> answer =
                        put("/api/v1/recipients/leaks-group", "{\"members\": [\"" + member + "\"]}");
                assertThat(answer.statusCode()).isEqualTo(422);
                Canaries.assertNoneIn(member, answer);
            }
        }
    }

    @Nested
    class GivenThePageOfSecrets {

        @Test
        void whenASecretIsAddedReplacedAndDeleted_thenItsValueIsNeverShown() throws Exception {
            TestVisitor visitor = TestVisitor.shared();
            visitor.openLoggedIn("/settings/secrets", Look.LIGHT_DESKTOP);
            Page page = visitor.page();
            page.fill("#name", "leaks-page");
            page.fill("#value", "canary-page-1");
            page.click("#secret button");
            assertThat(page.innerText("tr:has-text('leaks-page')")).contains("admin");
            assertThatPageHasNone("added");

            page.click("tr:has-text('leaks-page') >> a.button");
            assertThat(page.inputValue("#name")).isEqualTo("leaks-page");
            assertThat(page.inputValue("#value")).isEmpty();
            page.fill("#value", "canary-page-2");
            page.click("#secret button");
            assertThatPageHasNone("replaced");

            PRODUCT.post("/api/v1/probes", """
                    {"id": "leaks-user", "kind": "http", "url": "%s", "every": "PT24H", "headers": {"X-Key": "secret:leaks-page"}}""".formatted(url("/user")));
            page.click("tr:has-text('leaks-page') >> button.danger");
            assertThat(page.innerText("[role=alert]")).contains("leaks-user");
            assertThat(page.locator("tr:has-text('leaks-page')").count()).isEqualTo(1);

            PRODUCT.send(PRODUCT.request("/api/v1/probes/leaks-user").DELETE().build());
            page.click("tr:has-text('leaks-page') >> button.danger");
            assertThat(page.locator("tr:has-text('leaks-page')").count()).isZero();
        }

        @Test
        void whenNameOrValueAreInvalid_thenTheErrorIsAtTheFieldWithoutTheValue() {
            TestVisitor visitor = TestVisitor.shared();
            visitor.openLoggedIn("/settings/secrets", Look.LIGHT_PHONE);
            Page page = visitor.page();
            page.fill("#name", "leaks-empty");
            page.click("#secret button");
            assertThat(visitor.fault("value")).contains("must not be empty");

            page.fill("#name", "1 name");
            page.fill("#value", "canary-page-3");
            page.click("#secret button");
            assertThat(visitor.fault("name")).contains("not a valid name");
            assertThatPageHasNone("invalid");
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }

        @Test
        void whenAReaderOpensIt_thenThereIsNoAccess() throws Exception {
            String token = PRODUCT.post("/api/v1/tokens", "{\"name\": \"leaks-reader\", \"scope\": \"read\"}")
                    .body()
                    .replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            for (String path : List.of("/settings/secrets", "/api/v1/secrets")) {
                HttpResponse<String> answer = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                        .header("Authorization", "Bearer " + token)
                        .build());
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
            }
            Response anonymous = TestVisitor.shared().open("/settings/secrets", Look.LIGHT_DESKTOP);
            assertThat(anonymous.url()).contains("/login");
        }
    }
}
