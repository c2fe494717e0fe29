package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A server on loopback with a base path, behind a reverse proxy of the same machine, which this test plays. */
class ReverseProxyIT {

    private static final String BASE = "/tools/tidemark/";
    private static final String PUBLIC_URL = "https://tide.example/tools/tidemark";
    private static final String PROBE = "base-path-it";
    private static final Duration WAIT = Duration.ofSeconds(60);

    private static Tidemark tidemark;
    private static PrefixProxy proxy;
    private static String run;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        TestServer.running();
        tidemark = TestServer.another(
                "proxied",
                Map.of(
                        "TIDEMARK_BEHIND_PROXY",
                        "true",
                        "TIDEMARK_PUBLIC_URL",
                        PUBLIC_URL,
                        "TIDEMARK_CHROMIUM",
                        oldChromium().toString()));
        proxy = PrefixProxy.before(URI.create(tidemark.address()));
        run = new ReverseProxyIT().measured();
    }

    /** Starts the browser of the tests, and looks as if it was built long ago. */
    private static Path oldChromium() throws IOException {
        Path program = BuildDirectory.folder("old-chromium");
        String script = "#!/bin/sh\nexec " + TestBrowser.chromium() + " \"$@\"\n";
        Files.writeString(program, script + "#".repeat(100_000));
        program.toFile().setExecutable(true, false);
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
        return program;
    }

    @AfterAll
    static void stop() {
        proxy.close();
        tidemark.close();
    }

    private static HttpRequest.Builder forwarded(String path) {
        return HttpRequest.newBuilder(URI.create(tidemark.address()).resolve(path))
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "tide.example");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whenAVisitorIsNotSignedIn_thenPagesAreNotShownAsOnLoopback() throws Exception {
        HttpResponse<String> answer = send(forwarded(""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/tools/tidemark/login?to=%2F");
    }

    @Test
    void whenAVisitorSignsIn_thenTheCookieIsSecureAndHttpsIsDemanded() throws Exception {
        String form = "user=admin&password=" + URLEncoder.encode(TestServer.ADMIN_PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(forwarded("login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://tide.example")
                .POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("of the session and of the known device")
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                        .contains("secure", "httponly", "samesite", "path=/tools/tidemark"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void whenTheBrowserIsOld_thenAdminsAreWarnedAndOthersAreNot() throws Exception {
        String warning = "Chromium is 100 days old";
        HttpRequest.Builder byToken = forwarded("settings").header("Authorization", "Bearer " + TestServer.TOKEN);
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (!send(byToken.copy()).body().contains(warning)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(500);
        }
        HttpResponse<String> reader = send(forwarded("api/v1/tokens")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"reader\", \"scope\": \"read\"}")));
        String token = reader.body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        HttpResponse<String> page = send(forwarded("settings").header("Authorization", "Bearer " + token));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(warning);
    }

    @Test
    void whenItIsRequestedWithoutTheProxy_thenNothingClaimsHttps() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(tidemark.address()).resolve("login")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static URI at(String path) {
        return proxy.address().resolve(path);
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.header("Authorization", "Bearer " + TestServer.TOKEN).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, JsonObject json) throws Exception {
        return call(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.toString())));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    /** Creates a probe of the server's own calibration page, and waits for its first run. */
    private String measured() throws Exception {
        HttpResponse<String> created = post(
                "api/v1/probes",
                Json.createObjectBuilder()
                        .add("id", PROBE)
                        .add("url", tidemark.address() + "calibration/")
                        .add("every", "PT6H")
                        .add("samples", 1)
                        .add("profile", "unthrottled")
                        .build());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(location(created)).isEqualTo(BASE + "api/v1/probes/" + PROBE);
        HttpResponse<String> begun = post("api/v1/probes/" + PROBE + "/runs", JsonObject.EMPTY_JSON_OBJECT);
        assertThat(location(begun)).startsWith(BASE + "api/v1/runs/");
        HttpResponse<String> ended = call(HttpRequest.newBuilder(at(location(begun) + "?wait=PT60S")));
        assertThat(json(ended).getString("outcome")).as(ended.body()).isEqualTo("OK");
        return json(ended).getString("id");
    }

    /** The path in the header: its host is the one that the client used. */
    private static String location(HttpResponse<String> answer) {
        URI location = at(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location.getAuthority()).isEqualTo(proxy.address().getAuthority());
        return location.getPath();
    }

    @Nested
    class GivenABasePath {

        @Test
        void whenEveryLinkIsFollowed_thenNoneLeavesTheBasePath() throws Exception {
            HttpClient session =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            HttpResponse<String> signedIn = session.send(
                    HttpRequest.newBuilder(at("login?to=/settings"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "user=admin&to=/settings&password=" + TestServer.ADMIN_PASSWORD))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(location(signedIn)).isEqualTo(BASE + "settings");

            LinkCrawler crawler = new LinkCrawler(session, proxy.address())
                    .from(
                            "runs/" + run,
                            "probes/" + PROBE + "/budgets",
                            "budgets",
                            "compare",
                            "recipients/new",
                            "login");

            assertThat(crawler.faults()).isEmpty();
            assertThat(crawler.visited())
                    .contains(
                            "",
                            "settings",
                            "settings/audit",
                            "settings/access",
                            "settings/secrets",
                            "incidents",
                            "compare")
                    .contains(
                            "probes/" + PROBE,
                            "runs/" + run,
                            "api/v1/runs/" + run,
                            "openapi",
                            "metrics",
                            "health",
                            "help");
        }

        @Test
        void whenAUserWorksInABrowser_thenNoRequestLeavesTheBasePath() {
            try (Playwright playwright = TestBrowser.playwright();
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(TestBrowser.chromium())
                                    .setArgs(List.of("--no-sandbox")))) {
                BrowserContext context = browser.newContext();
                Page page = context.newPage();
                page.navigate(at("probes/" + PROBE + "?range=24h").toString());
                page.fill("[name=password]", TestServer.ADMIN_PASSWORD);
                page.press("[name=password]", "Enter");
                page.waitForURL(at("probes/" + PROBE + "?range=24h").toString());
                page.click("form[action$='/actions/run'] button");
                page.waitForURL("**" + BASE + "runs/*");
                page.waitForSelector(
                        "[data-live]",
                        new Page.WaitForSelectorOptions()
                                .setState(WaitForSelectorState.DETACHED)
                                .setTimeout(60_000));
                page.navigate(at("probes/new").toString());
                page.fill("[name=url]", "https://shop.example/");
                page.waitForFunction("() => document.cookie.includes('tz=')");
                assertThat(context.cookies())
                        .extracting(cookie -> cookie.path)
                        .allMatch(path -> path.startsWith(BASE.substring(0, BASE.length() - 1)));
                assertThat(context.cookies()).extracting(cookie -> cookie.name).contains("tz", "tidemark-device");
                page.navigate(at("settings").toString());
                page.click("form[action$='/logout'] button");
                page.waitForURL("**" + BASE + "login*");
            }
            assertThat(proxy.elsewhere()).isEmpty();
        }

        @Test
        void whenTheApiNamesPaths_thenTheyAreBelowTheBasePath() throws Exception {
            JsonObject unknown = json(call(HttpRequest.newBuilder(at("api/v1/probes/none"))));
            JsonObject frames = json(call(HttpRequest.newBuilder(at("api/v1/runs/" + run + "/samples/1/filmstrip"))));
            JsonObject document =
                    json(call(HttpRequest.newBuilder(at("openapi")).header("Accept", "application/json")));

            assertThat(call(HttpRequest.newBuilder(at("api/v1/probes/none")).DELETE())
                            .statusCode())
                    .as("pages have no such method, the API has")
                    .isEqualTo(404);
            assertThat(unknown.getString("instance")).isEqualTo(BASE + "api/v1/probes/none");
            assertThat(frames.getJsonArray("items").getJsonObject(0).getString("image"))
                    .startsWith(BASE + "api/v1/runs/" + run);
            assertThat(document.getJsonObject("paths")).containsKey(BASE + "api/v1/probes");
            assertThat(document.getJsonArray("servers"))
                    .as("paths are those of the host")
                    .isNullOrEmpty();
            assertThat(call(HttpRequest.newBuilder(at("health/ready"))).statusCode())
                    .isEqualTo(200);
            assertThat(call(HttpRequest.newBuilder(at("metrics"))).statusCode()).isEqualTo(200);
            assertThat(call(HttpRequest.newBuilder(at("openapi")).header("Accept", "no type"))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void whenAnEmailIsSent_thenItsLinksAreBelowTheBasePath() throws Exception {
            JsonObject to = Json.createObjectBuilder()
                    .add("to", "ada@base-path.example")
                    .build();

            assertThat(json(post("api/v1/outbox/tests", to)).getBoolean("delivered"))
                    .isTrue();

            MimeMessage[] mails = TestServer.running().mail().getReceivedMessagesForDomain("base-path.example");
            assertThat(mails).hasSize(1);
            assertThat(GreenMailUtil.getWholeMessage(mails[0]).replace("=\r\n", ""))
                    .contains(PUBLIC_URL + "/");
        }
    }
}
