package dev.tidemark.platform.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.handlers.SecureCookieHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedHandlerTest {

    private Undertow server;

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Responds with client address, scheme and host, to a request of 127.0.0.1. */
    private String answer(Optional<TrustedProxies> trusted, String... headers) throws IOException {
        HttpHandler echo = exchange -> {
            exchange.setResponseCookie(new CookieImpl("tidemark", "1"));
            exchange.getResponseSender()
                    .send(exchange.getSourceAddress().getAddress().getHostAddress() + " " + exchange.getRequestScheme()
                            + " " + exchange.getHostAndPort());
        };
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new ForwardedHandler(trusted, new SecureCookieHandler(echo)))
                .build();
        server.start();
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET / HTTP/1.1\r\nHost: own.example\r\nConnection: close\r\n"
                    + String.join(
                            "",
                            java.util.List.of(headers).stream()
                                    .map(one -> one + "\r\n")
                                    .toList())
                    + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Nested
    class GivenAProxyOfThisMachine {

        private final Optional<TrustedProxies> trusted = Optional.of(TrustedProxies.of("127.0.0.1, 10.0.0.0/8"));

        @Test
        void whenItForwards_thenClientSchemeAndHostAreThoseOfTheClient() throws IOException {
            String answer = answer(
                    trusted,
                    "X-Forwarded-For: 192.0.2.7",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: tide.example:8443");

            assertThat(answer).endsWith("192.0.2.7 https tide.example:8443");
            assertThat(answer).contains("Strict-Transport-Security: max-age=31536000");
            assertThat(answer).containsPattern("(?i)set-cookie: tidemark=1; secure");
        }

        @Test
        void whenItForwardsNothing_thenTheRequestIsAsItIs() throws IOException {
            assertThat(answer(trusted)).endsWith("127.0.0.1 http own.example").doesNotContain("Strict-Transport");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "6.6.6.6, 192.0.2.7              | 192.0.2.7",
                    "6.6.6.6, 192.0.2.7, 10.1.2.3    | 192.0.2.7",
                    "127.0.0.1, 192.0.2.7            | 192.0.2.7",
                    "unknown, 192.0.2.7              | 192.0.2.7",
                    "192.0.2.7, unknown              | 127.0.0.1",
                    "10.1.2.3, 10.1.2.4              | 10.1.2.3",
                    "192.0.2.7:4711                  | 192.0.2.7",
                    "[2001:db8::1]:4711              | 2001:db8:0:0:0:0:0:1",
                    "2001:db8::1                     | 2001:db8:0:0:0:0:0:1",
                    "::ffff:192.0.2.7                | 192.0.2.7",
                    "client.example                  | 127.0.0.1",
                    "<script>                        | 127.0.0.1",
                    "0x7f.1                          | 127.0.0.1"
                })
        void whenTheClientWroteTheHeaderToo_thenTheAddressThatTheProxySawCounts(String header, String client)
                throws IOException {
            assertThat(answer(trusted, "X-Forwarded-For: " + header)).endsWith(client + " http own.example");
        }

        @Test
        void whenTheHeaderIsRepeated_thenTheLastOneCounts() throws IOException {
            assertThat(answer(trusted, "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 192.0.2.7"))
                    .endsWith("192.0.2.7 http own.example");
        }

        @ParameterizedTest
        @CsvSource({"javascript", "https://", "HTTPS ://"})
        void whenTheSchemeIsInvalid_thenItIsIgnored(String scheme) throws IOException {
            assertThat(answer(trusted, "X-Forwarded-Proto: " + scheme)).endsWith("127.0.0.1 http own.example");
        }

        @ParameterizedTest
        @CsvSource({"evil.example/path", "a b", "<x>", "user@host"})
        void whenTheHostIsInvalid_thenItIsIgnored(String host) throws IOException {
            assertThat(answer(trusted, "X-Forwarded-Host: " + host)).endsWith("127.0.0.1 http own.example");
        }
    }

    @Nested
    class GivenAnotherPeer {

        @Test
        void whenItIsNoTrustedProxy_thenItsHeadersAreIgnored() throws IOException {
            assertThat(answer(
                            Optional.of(TrustedProxies.of("10.0.0.0/8")),
                            "X-Forwarded-For: 192.0.2.7",
                            "X-Forwarded-Proto: https",
                            "X-Forwarded-Host: evil.example"))
                    .endsWith("127.0.0.1 http own.example")
                    .doesNotContain("Strict-Transport");
        }

        @Test
        void whenTidemarkIsNotBehindAProxy_thenHeadersAreIgnored() throws IOException {
            assertThat(answer(Optional.empty(), "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https"))
                    .endsWith("127.0.0.1 http own.example");
        }
    }
}
