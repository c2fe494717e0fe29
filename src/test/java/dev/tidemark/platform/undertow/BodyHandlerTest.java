package dev.tidemark.platform.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that reads the body on a worker thread, after the client has sent more than the body. */
class BodyHandlerTest {

    private static final int SECONDS = 10;

    private final AtomicInteger handled = new AtomicInteger();
    private final CountDownLatch bodyWasReceived = new CountDownLatch(1);
    private final CountDownLatch moreWasSent = new CountDownLatch(1);
    private Undertow server;

    @BeforeEach
    void start() {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new BodyHandler(exchange -> exchange.dispatch(this::respond)))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void respond(HttpServerExchange exchange) throws Exception {
        handled.incrementAndGet();
        exchange.startBlocking();
        byte[] body = exchange.getInputStream().readAllBytes();
        bodyWasReceived.countDown();
        assertThat(moreWasSent.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        // The I/O thread has had time to notice what follows the body.
        TimeUnit.MILLISECONDS.sleep(300);
        exchange.getResponseSender().send(new String(body, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"})
    void whenMoreThanTheBodyIsSent_thenTheRequestIsHandledOnce(String more) throws Exception {
        try (Socket client = connected()) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
            TimeUnit.MILLISECONDS.sleep(100);
            send(client, "56789");
            assertThat(bodyWasReceived.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            send(client, more);
            moreWasSent.countDown();

            assertThat(response(client)).startsWith("HTTP/1.1 200").endsWith("0123456789");
            assertThat(handled).hasValue(1);
        }
    }

    @Test
    void whenChunksEndLater_thenTheBodyIsWhole() throws Exception {
        moreWasSent.countDown();
        try (Socket client = connected()) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n");
            TimeUnit.MILLISECONDS.sleep(100);
            send(client, "5\r\n56789\r\n0\r\n\r\n");

            assertThat(response(client)).startsWith("HTTP/1.1 200").endsWith("0123456789");
        }
    }

    private Socket connected() throws IOException {
        Socket client = new Socket();
        client.connect(
                server.getListenerInfo().get(0).getAddress() instanceof InetSocketAddress address ? address : null);
        client.setSoTimeout(SECONDS * 1000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String response(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder(in.readLine());
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            head.append('\n').append(line);
        }
        char[] body = new char[length];
        assertThat(in.read(body)).isEqualTo(length);
        return head.append("\n\n").append(body).toString();
    }
}
