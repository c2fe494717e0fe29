package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.launcher.Tidemark;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
                assertThat(visitor.page().innerText("h1")).isEqualTo("No data yet");
            } finally {
                send("DELETE", "/api/v1/probes/first-page", "");
            }
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
