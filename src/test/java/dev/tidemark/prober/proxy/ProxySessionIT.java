package dev.tidemark.prober.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.result.NetworkConditions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySessionIT {

    private static ProbeProxy proxy;

    @BeforeAll
    static void open() {
        proxy = ProxyFixture.onLoopback();
    }

    @AfterAll
    static void close() {
        proxy.close();
    }

    @Nested
    class GivenAServerThatEchoes {

        @ParameterizedTest
        @ValueSource(ints = {0, 20})
        void whenBytesAreSent_thenTheSameComeBackInOrderAndAreCounted(int rttMillis) throws Exception {
            byte[] sent = new byte[300_000];
            new java.util.Random(7).nextBytes(sent);
            NetworkConditions shape =
                    rttMillis == 0 ? NetworkConditions.UNTHROTTLED : new NetworkConditions(rttMillis, 50_000, 50_000);
            try (LocalServer server = LocalServer.thatEchoes();
                    ProxySession proxySession = proxy.open(ProxySessionSettings.throttled(shape));
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                Thread writer = new Thread(() -> write(socket, sent));
                writer.start();

                byte[] received = socket.getInputStream().readNBytes(sent.length);

                writer.join();
                assertThat(received).isEqualTo(sent);
                assertThat(proxySession.bytesUp()).isEqualTo(sent.length);
                assertThat(proxySession.bytesDown()).isEqualTo(sent.length);
            }
        }

        @Test
        void whenTheBrowserEndsItsStream_thenTheServerSeesItAndItsResponseStillArrives() throws Exception {
            try (LocalServer server = LocalServer.thatEchoes();
                    ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                    Socket socket = ProxyFixture.connect(proxySession, "localhost", server.port())) {
                socket.getOutputStream().write(new byte[] {1, 2, 3});
                socket.shutdownOutput();

                assertThat(socket.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
                Await.holds(() -> proxySession.openSockets() == 0);
            }
        }
    }

    @Nested
    class GivenAServerThatDisconnects {

        @ParameterizedTest
        @ValueSource(ints = {0, 20})
        void whenItResets_thenTheBrowserReadsEarlierDataAndThenTheReset(int rttMillis) throws Exception {
            NetworkConditions shape = new NetworkConditions(rttMillis, 0, 0);
            try (LocalServer server = LocalServer.that(ProxySessionIT::sendThreeAndReset);
                    ProxySession proxySession = proxy.open(ProxySessionSettings.throttled(shape));
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                socket.getOutputStream().write(1);

                assertThat(socket.getInputStream().readNBytes(3)).hasSize(3);
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
        }

        @Test
        void whenItClosesCleanly_thenSoDoesTheProxy() throws Exception {
            try (LocalServer server = LocalServer.thatSends(3);
                    ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                assertThat(socket.getInputStream().readAllBytes()).hasSize(3);
            }
        }
    }

    @Nested
    class GivenASampleAfterAnother {

        @Test
        void whenItBegins_thenOldConnectionsAreClosedAndCountersReset() throws Exception {
            try (LocalServer server = LocalServer.thatEchoes();
                    ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                    Socket old = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                old.getOutputStream().write(1);
                assertThat(old.getInputStream().read()).isEqualTo(1);
                int port = proxySession.port();

                proxySession.begin(ProxySessionSettings.unthrottled());

                assertThat(old.getInputStream().read()).isEqualTo(-1);
                assertThat(proxySession.port()).isEqualTo(port);
                assertThat(proxySession.bytesDown()).isZero();
                assertThat(proxySession.connections()).isEmpty();
                ProxyFixture.connect(proxySession, "127.0.0.1", server.port()).close();
                assertThat(proxySession.connections()).hasSize(1);
            }
        }

        @Test
        void whenOneEnds_thenEverySocketIsClosedAndTheLogStays() throws Exception {
            try (LocalServer server = LocalServer.thatEchoes();
                    ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                proxySession.end();

                assertThat(socket.getInputStream().read()).isEqualTo(-1);
                assertThat(proxySession.openSockets()).isZero();
                assertThat(proxySession.connections()).hasSize(1);
            }
        }
    }

    @Nested
    class GivenALimitOf1000Bytes {

        @Test
        void whenMoreIsReceived_thenTheSampleIsAborted() throws Exception {
            ProxySessionSettings settings = new ProxySessionSettings(NetworkConditions.UNTHROTTLED, Map.of(), 1_000);
            try (LocalServer server = LocalServer.that(client -> {
                        client.getOutputStream().write(new byte[1_001]);
                        client.getInputStream().read();
                    });
                    ProxySession proxySession = proxy.open(settings);
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                socket.getInputStream().readAllBytes();

                assertThat(proxySession.isLimitExceeded()).isTrue();
                Await.holds(() -> proxySession.openSockets() == 0);
            }
        }

        @Test
        void whenExactlyThatIsReceived_thenItContinues() throws Exception {
            ProxySessionSettings settings = new ProxySessionSettings(NetworkConditions.UNTHROTTLED, Map.of(), 1_000);
            try (LocalServer server = LocalServer.thatSends(1_000);
                    ProxySession proxySession = proxy.open(settings);
                    Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port())) {
                assertThat(socket.getInputStream().readAllBytes()).hasSize(1_000);
                assertThat(proxySession.isLimitExceeded()).isFalse();
            }
        }
    }

    @Nested
    class GivenFixedHosts {

        @Test
        void whenANameIsFixed_thenItsAddressIsUsedWithoutDns() throws Exception {
            ProxySessionSettings settings = new ProxySessionSettings(
                    NetworkConditions.UNTHROTTLED, Map.of("Shop.Example", "127.0.0.1"), Long.MAX_VALUE);
            try (LocalServer server = LocalServer.thatSends(3);
                    ProxySession proxySession = proxy.open(settings);
                    Socket socket = ProxyFixture.connect(proxySession, "shop.example", server.port())) {
                assertThat(socket.getInputStream().readAllBytes()).hasSize(3);
                ConnectionRecord fact = proxySession.connections().get(0);
                assertThat(fact.host()).isEqualTo("shop.example");
                assertThat(fact.address()).contains(java.net.InetAddress.getByName("127.0.0.1"));
                assertThat(fact.dns()).isEmpty();
                assertThat(fact.connect()).isPresent();
                assertThat(fact.failure()).isEmpty();
            }
        }
    }

    @Nested
    class GivenAConnectionThatFails {

        @Test
        void whenNobodyListens_thenItIsRefused() throws Exception {
            int free = freePort();
            assertThat(failureOf("127.0.0.1", free)).isEqualTo(ConnectFailure.REFUSED);
        }

        @Test
        void whenTheNameDoesNotExist_thenItIsADnsFailureWithItsTime() throws Exception {
            try (ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled())) {
                assertThatThrownBy(() -> ProxyFixture.connect(proxySession, "no-such-name.invalid", 80))
                        .isInstanceOf(IOException.class);
                ConnectionRecord fact = proxySession.connections().get(0);
                assertThat(fact.failure()).contains(ConnectFailure.DNS_FAILURE);
                assertThat(fact.dns()).isPresent();
                assertThat(fact.connect()).isEmpty();
            }
        }

        @Test
        void whenItIsTidemarksDatabase_thenItIsBlockedAtOnceWithoutDetail() throws Exception {
            try (ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled())) {
                assertThatThrownBy(() -> ProxyFixture.connect(proxySession, "localhost", 5432))
                        .isInstanceOf(IOException.class);
                ConnectionRecord fact = proxySession.connections().get(0);
                assertThat(fact.failure()).contains(ConnectFailure.BLOCKED);
                assertThat(fact.address()).isEmpty();
                assertThat(fact.detail()).isEmpty();
            }
        }

        @Test
        void whenItIsAnotherProxySession_thenItIsBlocked() throws Exception {
            try (ProxySession other = proxy.open(ProxySessionSettings.unthrottled())) {
                assertThat(failureOf("127.0.0.1", other.port())).isEqualTo(ConnectFailure.BLOCKED);
            }
        }

        @Test
        void whenAFixedHostIsNotAllowed_thenItIsBlocked() throws Exception {
            ProxySessionSettings settings = new ProxySessionSettings(
                    NetworkConditions.UNTHROTTLED, Map.of("shop.example", "169.254.169.254"), Long.MAX_VALUE);
            try (ProxySession proxySession = proxy.open(settings)) {
                assertThatThrownBy(() -> ProxyFixture.connect(proxySession, "shop.example", 80))
                        .isInstanceOf(IOException.class);
                assertThat(proxySession.connections().get(0).failure()).contains(ConnectFailure.BLOCKED);
            }
        }

        private ConnectFailure failureOf(String host, int port) {
            try (ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled())) {
                assertThatThrownBy(() -> ProxyFixture.connect(proxySession, host, port))
                        .isInstanceOf(IOException.class);
                return proxySession.connections().get(0).failure().orElseThrow();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void sendThreeAndReset(Socket client) throws IOException {
        client.getInputStream().read();
        client.getOutputStream().write(new byte[3]);
        client.setSoLinger(true, 0);
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
