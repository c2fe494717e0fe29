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
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server on loopback behind a reverse proxy of the same machine, which this test plays. */
class ReverseProxyIT {

    private static Tidemark tidemark;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException, SQLException {
        TestServer.running();
        tidemark = TestServer.another("proxied", Map.of("TIDEMARK_BEHIND_PROXY", "true"));
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
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                        .contains("secure", "httponly", "samesite"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void whenItIsRequestedWithoutTheProxy_thenNothingClaimsHttps() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(tidemark.address()).resolve("/login")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
