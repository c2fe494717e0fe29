package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.server.Tidemark;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server on loopback behind a reverse proxy of the same machine, which this test plays. */
class ReverseProxyIT {

    private static final Duration WAIT = Duration.ofSeconds(60);

    private static Tidemark tidemark;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException, SQLException {
        TestServer.running();
        tidemark = TestServer.another(
                "proxied",
                Map.of(
                        "TIDEMARK_BEHIND_PROXY",
                        "true",
                        "TIDEMARK_CHROMIUM",
                        oldChromium().toString()));
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
        HttpResponse<String> answer = send(forwarded("/"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/login"));
    }

    @Test
    void whenAVisitorSignsIn_thenTheCookieIsSecureAndHttpsIsDemanded() throws Exception {
        String form = "user=admin&password=" + URLEncoder.encode(TestServer.ADMIN_PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(forwarded("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://tide.example")
                .POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("of the session and of the known device")
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                        .contains("secure", "httponly", "samesite"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void whenTheBrowserIsOld_thenAdminsAreWarnedAndOthersAreNot() throws Exception {
        String warning = "Chromium is 100 days old";
        HttpRequest.Builder byToken = forwarded("/settings").header("Authorization", "Bearer " + TestServer.TOKEN);
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (!send(byToken.copy()).body().contains(warning)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(500);
        }
        HttpResponse<String> reader = send(forwarded("/api/v1/tokens")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"reader\", \"scope\": \"read\"}")));
        String token = reader.body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        HttpResponse<String> page = send(forwarded("/settings").header("Authorization", "Bearer " + token));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(warning);
    }

    @Test
    void whenItIsRequestedWithoutTheProxy_thenNothingClaimsHttps() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(tidemark.address()).resolve("/login")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
