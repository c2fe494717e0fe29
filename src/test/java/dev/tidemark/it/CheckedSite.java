package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A site on loopback that answers after a while, so that checks are in progress at any time; one page fails every other minute. */
final class CheckedSite implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CheckedSite(Duration delay) throws IOException {
        Clock clock = Clock.systemUTC();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, delay, 200));
        server.createContext(
                "/flapping", exchange -> answer(exchange, delay, clock.millis() / 60_000 % 2 == 0 ? 200 : 503));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, Duration delay, int status) throws IOException {
        try (exchange) {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
