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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        return new WebhookChannel(
                new PageUrls(Optional.empty(), "127.0.0.1", 8080),
                secret,
                Clock.fixed(NotificationFixtures.NOON, ZoneOffset.UTC));
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
        void whenItNeverEnds_thenItsBeginningIsEnough() throws Exception {
            assertThat(answerOf(true)).startsWith("200 thanks").hasSizeLessThan(300);
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
