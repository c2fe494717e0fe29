package dev.tidemark.prober.proxy;

import dev.tidemark.platform.net.OutboundSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;

/** Proxies for tests, and sockets connected through them. */
final class ProxyFixture {

    private ProxyFixture() {}

    /** With the settings of a local installation. */
    static ProbeProxy onLoopback() {
        return listeningOn("127.0.0.1", "");
    }

    static ProbeProxy listeningOn(String host, String allowed) {
        return new ProbeProxy(settings(host, allowed), Clock.systemUTC());
    }

    static OutboundSettings settings(String host, String allowed) {
        return new OutboundSettings(
                host,
                Optional.of(allowed).filter(text -> !text.isEmpty()),
                Optional.of("jdbc:postgresql://127.0.0.1:5432/tidemark"),
                "127.0.0.1",
                2525,
                9990,
                false);
    }

    /** Connects through a proxy session; the proxy resolves the name. */
    static Socket connect(ProxySession proxySession, String host, int port) throws IOException {
        Socket socket =
                new Socket(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", proxySession.port())));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        try {
            socket.connect(InetSocketAddress.createUnresolved(host, port));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }
}
