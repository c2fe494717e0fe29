package dev.tidemark.platform.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xnio.channels.StreamSourceChannel;

/** A server that reads the body on a worker thread, after the client has sent more than the body. */
class BodyHandlerTest {

    private static final int SECONDS = 10;
    private static final Logger UNDERTOW = Logger.getLogger("io.undertow");

    private final AtomicInteger handled = new AtomicInteger();
    private final CountDownLatch bodyWasReceived = new CountDownLatch(1);
    private final CountDownLatch moreWasSent = new CountDownLatch(1);
    private final CompletableFuture<Integer> readAfterEnd = new CompletableFuture<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Handler log = new FailureLog();
    private Undertow server;

    /** Undertow logs what its handlers throw outside of a request. */
    private final class FailureLog extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                failures.add(entry.getMessage() + entry.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void start() {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setHandler(new BodyHandler(exchange -> exchange.dispatch(this::respond)))
                .build();
        server.start();
        UNDERTOW.addHandler(log);
    }

    @AfterEach
    void stop() {
        server.stop();
        UNDERTOW.removeHandler(log);
    }

    private void respond(HttpServerExchange exchange) throws Exception {
        handled.incrementAndGet();
        if (exchange.getRequestPath().equals("/unread")) {
            endAndRead(exchange);
            return;
        }
        exchange.startBlocking();
        byte[] body = exchange.getInputStream().readAllBytes();
        bodyWasReceived.countDown();
        assertThat(moreWasSent.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        // The I/O thread has had time to notice what follows the body.
        TimeUnit.MILLISECONDS.sleep(300);
        exchange.getResponseSender().send(new String(body, StandardCharsets.UTF_8));
    }

    /** As Undertow's asynchronous servlets do with a body that the servlet did not read. */
    private void endAndRead(HttpServerExchange exchange) {
        try {
            StreamSourceChannel channel = exchange.getRequestChannel();
            exchange.endExchange();
            readAfterEnd.complete(channel.read(ByteBuffer.allocate(100)));
        } catch (IOException | RuntimeException failed) {
            readAfterEnd.completeExceptionally(failed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void whenTheBodyIsNotReadBeforeTheEnd_thenNothingIsLeftOfIt(int pauseMillis) throws Exception {
        try (Socket client = connected()) {
            send(client, "POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
            send(client, "56789");

            assertThat(readAfterEnd.get(SECONDS, TimeUnit.SECONDS)).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\r\n\r\n", "GET"})
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "-1\r\n",
                "5\r\n56789xx\r\n",
                "\u0001\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n",
                "5;\r\n56789\r\n0\r\nX\r\n\r\n"
            })
    void whenLaterChunksAreMalformed_thenNoFailureIsLogged(String rest) throws Exception {
        moreWasSent.countDown();
        try (Socket client = connected()) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n");
            TimeUnit.MILLISECONDS.sleep(100);
            send(client, rest);
            TimeUnit.MILLISECONDS.sleep(100);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        }
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(failures).isEmpty();
    }

    @Test
    void whenChunksAreTooLarge_thenNoFailureIsLogged() throws Exception {
        try (Socket client = connected()) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int n = 0; n < 10; n++) {
                TimeUnit.MILLISECONDS.sleep(20);
                send(client, "2000\r\n" + "a".repeat(0x2000) + "\r\n");
            }
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            // The server has closed the connection while the rest was sent.
        }
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(failures).isEmpty();
        assertThat(handled).hasValue(0);
    }

    @Test
    void whenTheClientGoesAway_thenNoFailureIsLogged() throws Exception {
        for (int linger : new int[] {-1, 0}) {
            try (Socket client = connected()) {
                client.setSoLinger(linger == 0, 0);
                send(client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(failures).isEmpty();
        assertThat(handled).hasValue(0);
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

    @ParameterizedTest
    @ValueSource(strings = {"whole", "endless", "cancelled"})
    void whenABodyArrivesInPiecesOverHttp2_thenNoFailureIsLogged(String kind) throws Exception {
        moreWasSent.countDown();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        for (int n = 0; n < 3; n++) {
            CompletableFuture<HttpResponse<String>> response = client.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new SlowBody(kind.equals("whole") ? 5 : 20)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (kind.equals("cancelled")) {
                TimeUnit.MILLISECONDS.sleep(150);
                response.cancel(true);
            } else {
                response.handle((answer, failed) -> answer).get(SECONDS, TimeUnit.SECONDS);
            }
        }
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(failures).isEmpty();
    }

    /** Pieces of 8 kB, each after 20 ms. */
    private static final class SlowBody extends InputStream {
        private int left;

        SlowBody(int pieces) {
            left = pieces;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
            return left-- > 0 ? Math.min(length, 8192) : -1;
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
