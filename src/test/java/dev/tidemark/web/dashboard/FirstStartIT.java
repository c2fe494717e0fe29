package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.tidemark.it.TestServer;
import dev.tidemark.launcher.server.Tidemark;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first start, on a separate server with an empty database. */
class FirstStartIT {

    private static Tidemark first;
    private static TestVisitor visitor;

    @BeforeAll
    static void start() throws Exception {
        first = TestServer.untouched();
        visitor = TestVisitor.shared();
    }

    @AfterAll
    static void end() {
        first.close();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void givenNoProbe_whenTheOverviewIsOpened_thenItShowsAWelcomeWithoutErrors(Look look) {
        PageAssertions.check(visitor, "welcome", first.address(), "Welcome to Tidemark", look);

        assertThat(visitor.page().locator(".board, .filter").count()).isZero();
    }

    @Nested
    class GivenTheWelcome {

        @Test
        void whenItsButtonIsPressed_thenTheFormRequiresSignIn_andItsProbeEndsTheWelcome() throws Exception {
            visitor.open(first.address(), Look.LIGHT_PHONE);

            visitor.page().click("text=Add your first probe");
            visitor.page().fill("[name=password]", TestServer.ADMIN_PASSWORD);
            visitor.page().press("[name=password]", "Enter");
            visitor.page().waitForURL("**/probes/new");
            assertThat(visitor.page().innerText("h1")).isEqualTo("New probe");

            try {
                send("POST", "/api/v1/probes", """
                        {"id":"first-page","url":"http://127.0.0.1:9/","every":"PT1H","enabled":false}""");
                visitor.open(first.address(), Look.LIGHT_PHONE);
                assertThat(visitor.page().innerText("h1")).isEqualTo("All probes are paused");
            } finally {
                send("DELETE", "/api/v1/probes/first-page", "");
            }
        }

        @Test
        void whenAProbeIsCreatedAndRun_thenItsPageShowsProgressAndThenValuesWithoutReloading() throws Exception {
            signIn("/probes/new");
            visitor.page().fill("[name=name]", "Created and run");
            visitor.page().fill("[name=url]", first.address() + "calibration/");
            visitor.page().fill("[name=samples]", "1");

            try {
                visitor.page().click("text=Create and run");
                visitor.page().waitForURL("**/probes/created-and-run");
                assertThat(visitor.page().innerText(".progress")).contains("First run");
                visitor.page().evaluate("() => { window.notReloaded = true; }");

                visitor.page().waitForSelector(".tiles .tile", new Page.WaitForSelectorOptions().setTimeout(120_000));
                visitor.page()
                        .waitForSelector(
                                ".progress", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
                assertThat(visitor.page().locator("table.runs tbody tr").count())
                        .isOne();
                assertThat(visitor.page().evaluate("() => window.notReloaded")).isEqualTo(true);
            } finally {
                send("DELETE", "/api/v1/probes/created-and-run", "");
            }
        }

        @Test
        void whenAProbeFileIsInvalid_thenTheOverviewSaysSoInsteadOfClaimingThatAllIsWell() throws Exception {
            Path file = Path.of("target", "first-probes", "broken.yaml");
            send("POST", "/api/v1/probes", """
                    {"id":"first-valid","url":"http://127.0.0.1:9/","every":"PT1H","enabled":false}""");
            try {
                Files.writeString(file, "id: broken\nurl: [\n");

                visitor.open(first.address(), Look.LIGHT_DESKTOP);
                while (!visitor.page().innerText("h1").contains("error in probe files")) {
                    visitor.page().waitForTimeout(500);
                    visitor.open(first.address(), Look.LIGHT_DESKTOP);
                }

                assertThat(visitor.page().innerText("h1")).isEqualTo("1 error in probe files, 1 paused");
                assertThat(visitor.page().innerText("main .note"))
                        .contains("Probes of an invalid file keep their previous definition.", "Show errors");
            } finally {
                Files.deleteIfExists(file);
                send("DELETE", "/api/v1/probes/first-valid", "");
            }
        }

        private static void signIn(String page) {
            visitor.open(first.address() + "login?to=" + page, Look.LIGHT_DESKTOP);
            if (visitor.page().locator("[name=password]").count() > 0) {
                visitor.page().fill("[name=user]", "admin");
                visitor.page().fill("[name=password]", TestServer.ADMIN_PASSWORD);
                visitor.page().press("[name=password]", "Enter");
            }
            visitor.page().waitForURL("**" + page);
        }

        private static void send(String method, String path, String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(first.address()).resolve(path))
                    .header("Authorization", "Bearer " + TestServer.TOKEN)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isBetween(200, 204);
        }
    }
}
