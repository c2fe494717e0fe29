package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.it.TotpCode;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of secrets, users, second factors and the audit log with long content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String PASSWORD = "a password of the tests";
    private static final String LONG_SECRET = "Secret-with-a-name-that-has-the-most-characters-which-are-allowed";
    private final String user = "user-with-a-long-name-" + UUID.randomUUID();
    private final String protectedUser = "protected-" + UUID.randomUUID();
    private TestVisitor visitor;

    @BeforeAll
    void createLongContent() throws Exception {
        visitor = TestVisitor.shared();
        for (String name : new String[] {user, protectedUser}) {
            PRODUCT.post(
                    "/api/v1/users",
                    "{\"name\": \"" + name + "\", \"role\": \"operator\", \"password\": \"" + PASSWORD + "\"}");
        }
        String secret = LONG_SECRET.substring(0, 64);
        PRODUCT.send(PRODUCT.request("/api/v1/secrets/" + secret)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"value\": \"unseen\"}"))
                .build());
        for (int n = 0; n < 12; n++) {
            PRODUCT.post("/api/v1/probes", """
                    {"id": "account-pages-with-a-long-identifier-%02d", "kind": "http", "url": "http://127.0.0.1:9/%s", "every": "P1D",
                     "enabled": false, "headers": {"Authorization": "secret:%s"}}""".formatted(n, "path/".repeat(60), secret));
        }
        turnOnSecondFactor();
    }

    private void turnOnSecondFactor() throws Exception {
        visitor.openLoggedIn(protectedUser, PASSWORD, "/settings/second-factor", Look.LIGHT_PHONE);
        Page page = visitor.page();
        page.fill("#confirm-code", TotpCode.of(page.innerText(".secret"), 0));
        page.fill("#confirm-password", PASSWORD);
        page.click("form:has(#confirm-code) button");
        PageAssertions.check(visitor, "recovery-codes", "Recovery codes", Look.LIGHT_PHONE);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void givenLongContent_whenThePagesAreOpened_thenTheyShowItWithoutErrors(Look look) {
        visitor.openLoggedIn("/settings/secrets", look);
        PageAssertions.check(visitor, "secrets", "account-pages-with-a-long-identifier-11", look);
        visitor.openLoggedIn("/settings/access", look);
        PageAssertions.check(visitor, "access-long", user, look);
        visitor.openLoggedIn("/settings/audit?object=probe/account-pages-with-a-long-identifier-03", look);
        visitor.page().click("summary >> nth=0");
        PageAssertions.check(visitor, "audit-long", "account-pages-with-a-long-identifier-03", look);
        visitor.openLoggedIn("/settings/audit?actor=nobody-has-this-name", look);
        PageAssertions.check(visitor, "audit-empty", "No matching entries", look);
        visitor.openLoggedIn(user, PASSWORD, "/settings/second-factor", look);
        PageAssertions.check(visitor, "second-factor", "Current password", look);
        visitor.openLoggedIn(protectedUser, PASSWORD, "/settings/second-factor", look);
        PageAssertions.check(visitor, "second-factor-on", "10 recovery codes", look);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void givenASecondFactor_whenThePasswordWasEntered_thenThePageAsksForTheCode(Look look) {
        visitor.open("/login", look);
        Page page = visitor.page();
        page.fill("[name=user]", protectedUser);
        page.fill("[name=password]", PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL("**/login/code*");
        PageAssertions.check(visitor, "login-code", "Code", look);

        page.fill("[name=code]", "000000");
        page.press("[name=code]", "Enter");

        assertThat(page.innerText("[role=alert]")).contains("Wrong code");
        visitor.photograph("login-code-wrong-" + look.name().toLowerCase(Locale.ROOT));
    }
}
