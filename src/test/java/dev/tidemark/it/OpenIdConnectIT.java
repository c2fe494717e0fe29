package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tidemark.launcher.server.Tidemark;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Sign-in at a real Keycloak with a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenIdConnectIT {

    private static final int LAST = 100;
    private static final long IDLE_NANOS = 62_000_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();
    private String idleSession;
    private long idleSince;
    private Keycloak keycloak;
    private Tidemark tidemark;
    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;

    @BeforeAll
    void start() throws Exception {
        Path chromium = TestBrowser.chromium();
        keycloak = Keycloak.started();
        tidemark = TestServer.another(
                "oidc",
                Map.of(
                        "TIDEMARK_OIDC_ISSUER", keycloak.issuer(),
                        "TIDEMARK_OIDC_CLIENT_ID", "tidemark",
                        "TIDEMARK_OIDC_CLIENT_SECRET", Keycloak.CLIENT_SECRET,
                        "TIDEMARK_OIDC_ADMIN_GROUPS", "tidemark-admins",
                        "TIDEMARK_OIDC_EDITOR_GROUPS", "tidemark-editors",
                        "TIDEMARK_OIDC_VIEWER_GROUPS", "tidemark-viewers, others",
                        "TIDEMARK_REQUIRE_SECOND_FACTOR", "admins",
                        "TIDEMARK_SESSION_IDLE", "PT1M"));
        idleSession = localSession();
        assertThat(statusWith(idleSession)).isEqualTo(200);
        idleSince = System.nanoTime();
        playwright = TestBrowser.playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
    }

    @BeforeEach
    void open() {
        context = browser.newContext();
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @AfterAll
    void stop() {
        playwright.close();
        tidemark.close();
        keycloak.close();
    }

    private String at(String path) {
        return URI.create(tidemark.address()).resolve(path).toString();
    }

    /** Signs in with a fresh browser, and returns the page where it ends. */
    private Page signIn(String user, String path) {
        Page page = context.newPage();
        page.navigate(at("/login?to=" + path));
        page.click("text=Sign in with OpenID Connect");
        page.fill("#username", user);
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(tidemark.address()));
        return page;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(at(path)))
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    @Order(1)
    void givenAnAdminOfTheProvider_whenTheySignIn_thenTheUserIsAnAdminWithoutAPasswordHere() throws Exception {
        Page page = signIn("ada", "/settings/access");

        assertThat(page.url()).isEqualTo(at("/settings/access"));
        assertThat(page.locator("tr:has-text('ada')").innerText()).contains("you", "admin", keycloak.issuer());
        assertThat(get("/api/v1/users").body()).contains("\"name\":\"ada\"", "\"issuer\":\"" + keycloak.issuer());
        assertThat(get("/api/v1/audit?actor=ada").body())
                .contains("\"action\":\"sign-in\"", "\"action\":\"create\"", "\"way\":\"oidc\"")
                .doesNotContain(Keycloak.CLIENT_SECRET, "eyJ");
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create(at("/login")))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("user=ada&password="))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void givenASession_whenTheUserSignsOut_thenTheProviderAsksForThePasswordAgain() {
        Page page = signIn("ada", "/settings");

        page.click("form[action='/logout'] button");
        page.waitForURL(at("/login") + "*");
        page.click("text=Sign in with OpenID Connect");

        page.waitForSelector("#username");
        assertThat(page.url()).startsWith(keycloak.issuer());
        page.navigate(at("/settings/access"));
        assertThat(page.url()).contains("/login");
    }

    @Test
    @Order(3)
    void givenAUserWithoutAMatchingGroup_whenTheySignIn_thenThePageSaysSoAndThereIsNoSession() throws Exception {
        Page page = signIn("otto", "/settings/access");

        assertThat(page.content()).contains("signed you in as otto, but none of your groups has access to Tidemark");
        page.navigate(at("/settings/access"));
        assertThat(page.url()).contains("/login");
        assertThat(get("/api/v1/users").body()).doesNotContain("otto");
        assertThat(get("/api/v1/audit?result=refused").body())
                .contains("\"action\":\"sign-in\"", "\"objectId\":\"otto\"");
    }

    @Test
    @Order(4)
    void givenALocalUserOfTheSameName_whenTheOtherSignsIn_thenTheAccountIsNotTakenOver() {
        Page page = signIn("admin", "/settings/access");

        assertThat(page.content()).contains("There is already another user named admin");
    }

    @Test
    @Order(5)
    void givenAnotherGroupAndANewKey_whenAViewerSignsInAgain_thenTheRoleIsThatOfTheGroup() throws Exception {
        Page page = signIn("vera", "/");
        assertThat(page.navigate(at("/settings/access")).status()).isEqualTo(403);
        keycloak.join("vera", "tidemark-admins");
        keycloak.rotateKeys();
        assertThat(page.navigate(at("/settings/access")).status()).isEqualTo(403);

        context.close();
        context = browser.newContext();
        Page again = signIn("vera", "/settings/access");

        assertThat(again.locator("tr:has-text('vera')").innerText()).contains("you", "admin");
        assertThat(get("/api/v1/audit?object=user/vera&action=update").body())
                .contains("\"before\":{\"name\":\"vera\",\"role\":\"reader\"}")
                .contains("\"role\":\"operator\"");
    }

    @Test
    @Order(6)
    void givenAResponseThatNobodyAskedFor_whenItArrives_thenThePageSaysSo() throws Exception {
        for (String query : List.of("?code=a&state=b", "?state=b", "", "?error=access_denied&state=b", "?code=%00")) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(at("/login/oidc/callback" + query)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"", "/login/oidc").doesNotContain("Exception");
        }
    }

    @Test
    @Order(LAST)
    void givenTheProviderIsDown_whenSomebodySignsIn_thenAPageSaysSoAndLocalUsersStillDo() throws Exception {
        keycloak.close();
        HttpRequest begin =
                HttpRequest.newBuilder(URI.create(at("/login/oidc"))).build();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (client.send(begin, BodyHandlers.discarding()).statusCode() != 503) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(500);
        }
        Page page = context.newPage();

        assertThat(page.navigate(at("/login/oidc")).status()).isEqualTo(503);

        assertThat(page.content()).contains("does not respond as expected", keycloak.issuer());
        page.fill("[name=password]", TestServer.ADMIN_PASSWORD);
        page.click("button");
        assertThat(page.url()).isEqualTo(at("/settings/second-factor"));
        verifyThatASecondFactorIsRequired(page);
        page.navigate(at("/settings/access"));
        assertThat(page.locator("tr:has-text('you')").innerText()).contains("admin");
    }

    @Test
    @Order(LAST + 1)
    void givenASession_whenItWasNotUsedForTheIdleTime_thenItHasEnded() throws Exception {
        long remaining = IDLE_NANOS - (System.nanoTime() - idleSince);
        if (remaining > 0) {
            TimeUnit.NANOSECONDS.sleep(remaining);
        }

        assertThat(statusWith(idleSession)).isEqualTo(303);
    }

    /** The cookie of a local admin who has signed in with the password. */
    private String localSession() throws Exception {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create(at("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("user=admin&password=" + TestServer.ADMIN_PASSWORD))
                        .build(),
                BodyHandlers.discarding());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private int statusWith(String cookie) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(at("/settings/second-factor")))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** Of a local admin; those of the provider and API tokens did without in the other tests. */
    private void verifyThatASecondFactorIsRequired(Page page) throws Exception {
        assertThat(page.locator(".note").innerText()).contains("requires a second factor");
        for (String path : List.of("/", "/settings/access", "/settings/password", "/probes/new")) {
            page.navigate(at(path));
            assertThat(page.url()).as(path).isEqualTo(at("/settings/second-factor"));
        }
        APIResponse answer = page.request().get(at("/api/v1/users"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("requires a second factor");
        assertThat(page.request().delete(at("/api/v1/users/ada")).status()).isEqualTo(403);

        page.fill("#confirm-code", TotpCode.of(page.locator(".secret").innerText(), 0));
        page.fill("#confirm-password", TestServer.ADMIN_PASSWORD);
        page.click("form:has(#confirm-code) button");
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
    }
}
