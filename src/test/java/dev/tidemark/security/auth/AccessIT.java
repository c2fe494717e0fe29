package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.SourceAddress;
import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private final TestServer product = TestServer.running();

    private HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(product.at(path));
    }

    private HttpRequest.Builder signInRequest(String user, String password) {
        String form = "user=" + user + "&to=/probes&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return anonymous("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
        return product.send(signInRequest("admin", password).build());
    }

    private String session() throws IOException, InterruptedException {
        return cookie(signIn(TestServer.ADMIN_PASSWORD), "tidemark");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
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
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly"))
                    .anySatisfy(
                            cookie -> assertThat(cookie).startsWith("tidemark=").containsIgnoringCase("SameSite=Lax"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("tidemark-device=").containsIgnoringCase("SameSite=Strict"));
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
    class GivenGuesses {

        @AfterEach
        void forget() throws SQLException {
            try (Connection connection = product.database().connect();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM attempt_limit");
            }
        }

        @Test
        void when150ArriveAtOnce_thenFiveAreVerifiedAndAKnownDeviceStillGetsIn() throws Exception {
            String device = cookie(signIn(TestServer.ADMIN_PASSWORD), "tidemark-device");
            forget();

            List<Integer> results = statuses(150, i -> guess("admin", i));

            assertThat(results).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
            assertThat(results).containsOnly(401, 429);
            HttpResponse<String> elsewhere = signIn(TestServer.ADMIN_PASSWORD);
            assertThat(elsewhere.statusCode()).isEqualTo(429);
            assertThat(elsewhere.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 120L);
            assertThat(product.send(signInRequest("admin", TestServer.ADMIN_PASSWORD)
                                    .header("Cookie", device)
                                    .build())
                            .statusCode())
                    .isEqualTo(303);
        }

        @Test
        void whenTheNameIsUnknown_thenItIsLimitedInTheSameWay() throws Exception {
            List<Integer> results = statuses(30, i -> guess("nobody", i));
            assertThat(results).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
            assertThat(results).containsOnly(401, 429);
        }

        @Test
        void whenEachIsForAnotherName_thenTheAddressIsLimited() throws Exception {
            List<Integer> results = statuses(60, i -> guess("nobody" + i, i));
            assertThat(results).filteredOn(status -> status == 401).hasSizeBetween(1, 21);
        }

        @Test
        void when120ArriveFrom30Addresses_thenFiveAreVerified() throws Exception {
            List<Integer> results = statuses(120, i -> guessFrom("127.0.0." + (2 + i % 30), i));
            assertThat(results).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
            assertThat(results).containsOnly(401, 429);
        }

        @Test
        void whenTheyAreTokens_thenTheAddressIsLimitedAndRepeatingOneCountsOnce() throws Exception {
            assertThat(statuses(60, i -> withToken("127.0.3.1", "the same"))).containsOnly(401);
            List<Integer> results = statuses(80, i -> withToken("127.0.3.1", "guess" + i));
            assertThat(results).filteredOn(status -> status == 401).hasSizeBetween(1, 51);
            assertThat(results).containsOnly(401, 429);
            assertThat(withToken("127.0.3.1", TestServer.TOKEN)).isEqualTo(429);
            Instant deadline = Instant.now().plusSeconds(60);
            while (withToken("127.0.3.1", TestServer.TOKEN) != 200) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(500);
            }
        }

        private int withToken(String source, String token) throws IOException {
            return new SourceAddress(product.at("/"), source).get("/api/v1/probes", token);
        }

        private List<Integer> statuses(int count, Guess guess) throws InterruptedException, ExecutionException {
            ExecutorService clients = Executors.newFixedThreadPool(count);
            List<Callable<Integer>> guesses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                guesses.add(() -> guess.send(number));
            }
            List<Future<Integer>> results = clients.invokeAll(guesses);
            clients.shutdown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> result : results) {
                statuses.add(result.get());
            }
            return statuses;
        }

        private int guess(String user, int number) throws IOException, InterruptedException {
            return product.send(signInRequest(user, "guess number " + number).build())
                    .statusCode();
        }

        private int guessFrom(String source, int number) throws IOException {
            return new SourceAddress(product.at("/"), source)
                    .post("/login", "user=admin&password=guess+number+" + number);
        }

        private interface Guess {
            int send(int number) throws IOException, InterruptedException;
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
