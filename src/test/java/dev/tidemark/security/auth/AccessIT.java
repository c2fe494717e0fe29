package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private final TestServer product = TestServer.running();

    private HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(product.at(path));
    }

    private HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
        String form = "user=admin&to=/probes&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return product.send(anonymous("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private String session() throws IOException, InterruptedException {
        String cookie = signIn(TestServer.ADMIN_PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Nested
    class GivenNoToken {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/v1/probes",
                    "/%61pi/v1/probes",
                    "/api/v1/nothing",
                    "/api;a=b/v1/probes",
                    "/x/../api/v1/probes"
                })
        void whenTheApiIsCalled_thenTheStatusIs401(String path) throws Exception {
            HttpResponse<String> answer = product.send(anonymous(path).build());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"tidemark\"");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"status\":401", "TIDEMARK_API_TOKEN");
        }

        @Test
        void whenATidemarkPageCallsTheApi_thenItMayReadButNotChange() throws Exception {
            HttpRequest read = anonymous("/api/v1/nothing")
                    .header("Sec-Fetch-Site", "same-origin")
                    .build();
            assertThat(product.send(read).statusCode()).isEqualTo(404);
            HttpRequest change = anonymous("/api/v1/probes")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(product.send(change).statusCode()).isEqualTo(401);
            HttpRequest foreign = anonymous("/api/v1/nothing")
                    .header("Sec-Fetch-Site", "cross-site")
                    .build();
            assertThat(product.send(foreign).statusCode()).isEqualTo(401);
        }

        @Test
        void whenTheTokenIsWrong_thenTheStatusIs401() throws Exception {
            HttpRequest request = anonymous("/api/v1/probes")
                    .header("Authorization", "Bearer wrong")
                    .build();
            assertThat(product.send(request).statusCode()).isEqualTo(401);
        }

        @Test
        void whenAFormIsSubmitted_thenItRedirectsToSignIn() throws Exception {
            HttpResponse<String> answer = product.send(
                    anonymous("/probes/a").POST(BodyPublishers.noBody()).build());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/login?to=%2F");
        }

        @Test
        void whenHealthIsRequested_thenItResponds() throws Exception {
            HttpResponse<String> answer = product.send(anonymous("/health").build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"access\"");
        }
    }

    @Nested
    class GivenTheToken {

        @ParameterizedTest
        @ValueSource(strings = {"Authorization=Bearer ", "Authorization=bearer ", "x-api-key="})
        void whenItIsSentInOneOfTheHeaders_thenTheApiResponds(String header) throws Exception {
            String[] parts = header.split("=", 2);
            HttpRequest request = anonymous("/api/v1/nothing")
                    .header(parts[0], parts[1] + TestServer.TOKEN)
                    .build();
            HttpResponse<String> answer = product.send(request);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"instance\":\"/api/v1/nothing\"");
        }
    }

    @Nested
    class GivenASession {

        @Test
        void whenThePasswordIsRight_thenThereIsASessionThatScriptsCannotRead() throws Exception {
            HttpResponse<String> answer = signIn(TestServer.ADMIN_PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/probes");
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("tidemark=")
                    .containsIgnoringCase("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax");
        }

        @Test
        void whenThePasswordIsWrong_thenThereIsNone() throws Exception {
            HttpResponse<String> answer = signIn("wrong");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).contains("Wrong user name or password.");
            signIn(TestServer.ADMIN_PASSWORD);
        }

        @Test
        void whenTheApiIsCalledWithIt_thenItRespondsUntilSignOut() throws Exception {
            String cookie = session();
            HttpRequest request =
                    anonymous("/api/v1/nothing").header("Cookie", cookie).build();
            assertThat(product.send(request).statusCode()).isEqualTo(404);
            product.send(anonymous("/logout")
                    .header("Cookie", cookie)
                    .POST(BodyPublishers.noBody())
                    .build());
            assertThat(product.send(request).statusCode()).isEqualTo(401);
        }

        @Test
        void whenAPageOfAnotherSitePosts_thenItIsRejected() throws Exception {
            HttpRequest request = anonymous("/api/v1/probes")
                    .header("Cookie", session())
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(product.send(request).statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class GivenACachedValue {

        @Test
        void whenItIsSent_thenItHasTheSecurityHeaders() throws Exception {
            HttpResponse<String> answer = product.send(anonymous("/login").build());
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/probes/a", "/login", "/api/v1/probes", "/calibration/"})
        void whenTheHostIsForeign_thenTheStatusIs421(String path) throws Exception {
            try (Socket socket = new Socket("127.0.0.1", product.at("/").getPort())) {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 421 ");
            }
        }
    }
}
