package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.HmacSignature;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.config.secret.SecretsFixture;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.net.OutboundHttp;
import dev.tidemark.platform.net.OutboundSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

    private static final Notice FAILING =
            NotificationFixtures.notice(UUID.randomUUID(), 1, NoticeKind.FAILING, "LCP 3.9 s > 2.5 s (3 of 3 runs)");

    private HttpServer server;
    private volatile int answer = 204;
    private volatile String body;
    private volatile Headers headers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers = exchange.getRequestHeaders();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Notification letter(String prefix) {
        return NotificationFixtures.letter(
                FAILING, prefix + "http://localhost:" + server.getAddress().getPort() + "/hook/secret");
    }

    private static WebhookChannel channel(Optional<String> secret) {
        return channel(secret, "127.0.0.1", Optional.empty());
    }

    /** @param host the address that Tidemark listens on */
    private static WebhookChannel channel(Optional<String> secret, String host, Optional<String> allowedNetworks) {
        return new WebhookChannel(
                new PageUrls(Optional.empty(), "127.0.0.1", 8080, new BasePath("")),
                secret,
                SecretsFixture.of(Map.of()),
                Clock.fixed(NotificationFixtures.NOON, ZoneOffset.UTC),
                new OutboundHttp(new OutboundSettings(
                        host, allowedNetworks, Optional.empty(), "mail.invalid", 25, 9990, false)));
    }

    private JsonObject json() {
        return Json.createReader(new StringReader(body)).readObject();
    }

    @Nested
    class GivenAnAddress {

        @Test
        void whenANotificationIsDelivered_thenTheEventIsSignedWithItsTimestamp() throws Exception {
            Notification letter = letter("");
            channel(Optional.of("key")).deliver(List.of(letter));

            assertThat(json().getString("event")).isEqualTo("failing");
            assertThat(json().getString("headline")).isEqualTo("LCP 3.9 s > 2.5 s (3 of 3 runs)");
            assertThat(headers.getFirst("Idempotency-Key"))
                    .isEqualTo(letter.id().toString());
            assertThat(headers.getFirst("Tidemark-Signature"))
                    .isEqualTo(HmacSignature.of("key", headers.getFirst("Tidemark-Timestamp") + "." + body));
        }

        @Test
        void whenNoSecretIsSet_thenNothingIsSigned() throws Exception {
            channel(Optional.empty()).deliver(List.of(letter("")));

            assertThat(headers.containsKey("Tidemark-Signature")).isFalse();
        }

        @Test
        void whenItIsSlacks_thenTheTextIsEscapedAsSlackWantsIt() throws Exception {
            channel(Optional.empty()).deliver(List.of(letter("slack+")));

            assertThat(json().getString("text")).contains("LCP 3.9 s &gt; 2.5 s", "|Incident>");
        }

        @Test
        void whenItIsTeams_thenItIsACard() throws Exception {
            channel(Optional.empty()).deliver(List.of(letter("teams+")));

            assertThat(json().getJsonArray("attachments").getJsonObject(0).getString("contentType"))
                    .isEqualTo("application/vnd.microsoft.card.adaptive");
        }

        @Test
        void whenItIsADigest_thenItNamesTheListAndNoRun() throws Exception {
            channel(Optional.empty())
                    .deliver(List.of(NotificationFixtures.digest(
                            UUID.randomUUID(), letter("").recipient())));
            assertThat(json().getString("event")).isEqualTo("digest");
            assertThat(json().getString("list")).isEqualTo("shop-team");
            assertThat(json().getJsonArray("lines")).hasSize(1);
            assertThat(json().getJsonObject("links").getString("digest"))
                    .isEqualTo("http://127.0.0.1:8080/recipients/shop-team/digest");
            assertThat(json()).doesNotContainKeys("run", "probe");

            channel(Optional.empty())
                    .deliver(List.of(NotificationFixtures.digest(
                            UUID.randomUUID(), letter("slack+").recipient())));
            assertThat(json().getString("text"))
                    .startsWith("[digest] Shop: 1 failing")
                    .contains("|Digest>");
        }

        @ParameterizedTest
        @CsvSource({"400, REJECTED", "404, REJECTED", "408, RETRY", "429, RETRY", "302, RETRY", "500, INTERRUPTED"})
        void whenTheResponseIsAnError_thenTheFailureIsPermanentOrTemporary(int status, DeliveryFailure reason) {
            answer = status;

            DeliveryException failure = catchThrowableOfType(
                    DeliveryException.class, () -> channel(Optional.empty()).deliver(List.of(letter(""))));
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure).hasMessage("webhook at localhost responded with " + status);
        }

        @Test
        void whenNobodyListens_thenTheServerIsUnavailable() {
            Notification letter = letter("");
            server.stop(0);

            assertThat(catchThrowableOfType(DeliveryException.class, () -> channel(Optional.empty())
                                    .deliver(List.of(letter)))
                            .reason())
                    .isEqualTo(DeliveryFailure.UNAVAILABLE);
        }
    }

    @Nested
    class GivenAnEndpointWhoseResponseDoesNotEnd {

        /** Responds with 200 and a body that either does not end or hangs until the client disconnects. */
        private String answerOf(boolean more) throws Exception {
            try (ServerSocket serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                Thread endpoint = new Thread(() -> serve(serverSocket, more));
                endpoint.start();
                Notification letter = NotificationFixtures.letter(
                        FAILING, "http://localhost:" + serverSocket.getLocalPort() + "/hook");
                String words = channel(Optional.empty()).deliver(List.of(letter));
                endpoint.join();
                return words;
            }
        }

        private static void serve(ServerSocket serverSocket, boolean more) {
            try (Socket socket = serverSocket.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nthanks "
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
                while (more) {
                    out.write(new byte[1_000]);
                }
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // Expected: the client disconnects.
            }
        }

        @Test
        @Timeout(60)
        void whenItHangs_thenTheNotificationIsAcknowledged() throws Exception {
            assertThat(answerOf(false)).startsWith("200");
        }

        @Test
        @Timeout(60)
        void whenItNeverEnds_thenTheStatusIsEnough() throws Exception {
            assertThat(answerOf(true)).isEqualTo("200");
        }
    }

    @Nested
    class GivenAServerThatOthersReach {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1:%d/",
                    "http://localhost:%d/",
                    "http://[::ffff:127.0.0.1]:%d/",
                    "http://[::1]:%d/",
                    "http://2130706433:%d/",
                    "http://0x7f.1:%d/",
                    "http://0177.0.0.1:%d/",
                    "http://127.1:%d/",
                    "slack+http://127.0.0.1:%d/",
                    "teams+http://user:password@127.0.0.1:%d/",
                    "http://169.254.169.254/latest/meta-data/",
                    "http://[::ffff:169.254.169.254]/latest/meta-data/",
                    "http://[fd00:ec2::254]/latest/meta-data/",
                    "http://0.0.0.0:%d/",
                    "http://10.0.0.1/",
                    "https://192.168.1.1/"
                })
        void whenTheUrlIsInternal_thenNothingIsSentAndTheReasonNamesTheSetting(String url) {
            Notification letter = NotificationFixtures.letter(
                    FAILING, url.formatted(server.getAddress().getPort()));

            DeliveryException failure = catchThrowableOfType(
                    DeliveryException.class,
                    () -> channel(Optional.empty(), "0.0.0.0", Optional.empty()).deliver(List.of(letter)));

            assertThat(headers).isNull();
            assertThat(failure.reason()).isEqualTo(DeliveryFailure.REJECTED);
            assertThat(failure).hasMessageContaining("TIDEMARK_ALLOW_NETWORKS");
        }

        @Test
        void whenItsNetworkIsAllowed_thenItIsSent() throws Exception {
            assertThat(channel(Optional.empty(), "0.0.0.0", Optional.of("127.0.0.0/8"))
                            .deliver(List.of(NotificationFixtures.letter(
                                    FAILING,
                                    "http://127.0.0.1:" + server.getAddress().getPort() + "/"))))
                    .isEqualTo("204");
        }
    }

    @Nested
    class GivenAServerOnLoopback {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://169.254.169.254/latest/meta-data/",
                    "http://[::ffff:a9fe:a9fe]/latest/meta-data/",
                    "http://2852039166/latest/meta-data/",
                    "http://100.100.100.200/",
                    "http://127.0.0.1:5432/",
                    "http://127.0.0.1:9990/management"
                })
        void whenTheUrlIsAMetadataServiceOrItsOwn_thenNothingIsSent(String url) {
            DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> channel(Optional.empty())
                    .deliver(List.of(NotificationFixtures.letter(FAILING, url))));

            assertThat(failure.reason()).isEqualTo(DeliveryFailure.REJECTED);
            assertThat(failure).hasMessageContaining("TIDEMARK_ALLOW_NETWORKS");
        }

        @Test
        void whenTheResponseIsNotHttp_thenItIsNotQuoted() throws Exception {
            try (ServerSocket serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                Thread endpoint = new Thread(() -> greet(serverSocket));
                endpoint.start();
                Notification letter = NotificationFixtures.letter(
                        FAILING, "http://localhost:" + serverSocket.getLocalPort() + "/hook");

                DeliveryException failure = catchThrowableOfType(
                        DeliveryException.class, () -> channel(Optional.empty()).deliver(List.of(letter)));

                assertThat(failure.getMessage()).doesNotContain("SSH");
                endpoint.join();
            }
        }

        private static void greet(ServerSocket serverSocket) {
            try (Socket socket = serverSocket.accept()) {
                socket.getOutputStream().write("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // Expected: the client disconnects.
            }
        }
    }

    @Nested
    class GivenASignature {

        /** Test case 2 of RFC 4231. */
        @Test
        void whenTheKeyIsJefe_thenItMatchesTheStandard() {
            assertThat(HmacSignature.of("Jefe", "what do ya want for nothing?"))
                    .isEqualTo("v1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }
}
