package dev.tidemark.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {

    private static final int FLIPS = 50;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            if (exchange.getRequestURI().getPath().equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.2:" + port + "/internal");
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 200, -1);
            exchange.close();
        });
        server.createContext("/text", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("found".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int n = 0; n < 100 * OutboundHttp.MAX_BYTES / 1000; n++) {
                    body.write(new byte[1000]);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Allows 127.0.0.1 and nothing else that is local. */
    private static AddressPolicy only(String network) {
        return new AddressPolicy(true, List.of(CidrBlock.of(network)), new ProtectedServices(List.of()));
    }

    @Test
    void whenTheAddressIsAllowed_thenTheStatusIsReturned() throws IOException {
        OutboundHttp http = new OutboundHttp(only("127.0.0.1"), InetAddress::getAllByName);

        assertThat(http.postJson(URI.create("http://127.0.0.1:" + port + "/"), Map.of(), "{}"))
                .isEqualTo(200);
    }

    @Test
    void whenTheResponseIsARedirect_thenItIsNotFollowed() throws IOException {
        OutboundHttp http = new OutboundHttp(only("127.0.0.1"), InetAddress::getAllByName);

        assertThat(http.postJson(URI.create("http://127.0.0.1:" + port + "/moved"), Map.of(), "{}"))
                .isEqualTo(302);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whenANameChangesItsAddress_thenABlockedOneIsNeverConnectedTo() {
        AtomicInteger lookups = new AtomicInteger();
        OutboundHttp http =
                new OutboundHttp(only("127.0.0.9"), host -> new InetAddress[] {
                    InetAddress.getByName(lookups.getAndIncrement() % 2 == 0 ? "127.0.0.9" : "127.0.0.1")
                });

        for (int n = 0; n < FLIPS; n++) {
            assertThatThrownBy(() -> http.postJson(URI.create("http://flip.example:" + port + "/"), Map.of(), "{}"))
                    .isInstanceOf(IOException.class);
        }
        assertThat(requests).hasValue(0);
        assertThat(lookups.get()).isGreaterThanOrEqualTo(FLIPS);
    }

    @Test
    void whenTheFirstOfSeveralAddressesIsBlocked_thenNothingIsSent() {
        OutboundHttp http = new OutboundHttp(only("127.0.0.9"), host ->
                new InetAddress[] {InetAddress.getByName("169.254.169.254"), InetAddress.getByName("127.0.0.1")});

        assertThatThrownBy(() -> http.postJson(URI.create("http://metadata.google.internal:" + port), Map.of(), "{}"))
                .isInstanceOf(BlockedAddressException.class);
        assertThat(requests).hasValue(0);
    }

    @Test
    void whenAResponseIsRead_thenItHasStatusTypeAndBody() throws IOException {
        OutboundHttp http = new OutboundHttp(only("127.0.0.1"), InetAddress::getAllByName);

        assertThat(http.exchange(get("/text", Optional.empty())))
                .isEqualTo(new OutboundResponse(200, Optional.of("text/plain"), "found"));
        assertThat(http.exchange(get("/moved", Optional.empty())).status()).isEqualTo(302);
    }

    @Test
    void whenAResponseIsTooLarge_thenItIsNotReadToItsEnd() {
        OutboundHttp http = new OutboundHttp(only("127.0.0.1"), InetAddress::getAllByName);

        assertThatThrownBy(() -> http.exchange(get("/endless", Optional.empty())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void whenTheOperatorConfiguredTheServer_thenItMayBeInternal_andNoOther() throws IOException {
        OutboundHttp http = new OutboundHttp(only("127.0.0.9"), InetAddress::getAllByName);
        URI configured = URI.create("http://127.0.0.1:" + port + "/issuer");

        assertThat(http.exchange(get("/text", Optional.of(configured))).status())
                .isEqualTo(200);
        for (URI other : List.of(
                URI.create("http://127.0.0.1:1/"),
                URI.create("http://localhost:" + port + "/"),
                URI.create("http://127.0.0.2:" + port))) {
            assertThatThrownBy(() -> http.exchange(get("/text", Optional.of(other))))
                    .isInstanceOf(BlockedAddressException.class);
        }
        assertThatThrownBy(() -> http.exchange(new OutboundRequest(
                        URI.create("http://169.254.169.254/"),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(URI.create("http://169.254.169.254/")))))
                .isInstanceOf(BlockedAddressException.class);
    }

    private OutboundRequest get(String path, Optional<URI> configured) {
        return new OutboundRequest(
                URI.create("http://127.0.0.1:" + port + path), Map.of(), Optional.empty(), configured);
    }
}
