package dev.tidemark.prober.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.NetworkConditions;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Aborted samples leak no buffers or sockets. */
class LeakIT {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static ResourceLeakDetector.Level usual;

    @BeforeAll
    static void watch() {
        usual = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(records));
    }

    @AfterAll
    static void unwatch() {
        ByteBufUtil.setLeakListener(null);
        ResourceLeakDetector.setLevel(usual);
    }

    @Test
    void givenBusySamples_whenEachIsAborted_thenNoBufferOrSocketRemains() throws Exception {
        try (ProbeProxy proxy = ProxyFixture.onLoopback();
                LocalServer server = LocalServer.that(LeakIT::talkWithoutEnd);
                ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled())) {
            for (int sample = 0; sample < 60; sample++) {
                proxySession.begin(
                        ProxySessionSettings.throttled(new NetworkConditions(sample % 3 * 10, sample % 2 * 20_000, 0)));
                List<Socket> sockets = open(proxySession, server);
                proxySession.end();
                assertThat(proxySession.openSockets()).isZero();
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
        for (int round = 0; round < 20; round++) {
            System.gc();
            ByteBufAllocator.DEFAULT.buffer(16).release();
        }
        assertThat(LEAKS).isEmpty();
    }

    private static List<Socket> open(ProxySession proxySession, LocalServer server) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            Socket socket = ProxyFixture.connect(proxySession, "127.0.0.1", server.port());
            socket.getOutputStream().write(1);
            sockets.add(socket);
        }
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().readNBytes(2_000)).hasSize(2_000);
        }
        return sockets;
    }

    private static void talkWithoutEnd(Socket client) throws IOException {
        client.getInputStream().read();
        byte[] block = new byte[16_384];
        while (true) {
            client.getOutputStream().write(block);
        }
    }
}
