package dev.tidemark.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A reverse proxy that passes one path on, as it is. Everything else on its port is another application. */
final class PrefixProxy implements AutoCloseable {

    private static final Set<String> OF_A_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> elsewhere = new ConcurrentLinkedQueue<>();
    private final URI upstream;
    private final String prefix;
    private final HttpServer server;

    private PrefixProxy(URI upstream, HttpServer server) {
        this.upstream = upstream;
        this.prefix = upstream.getPath();
        this.server = server;
    }

    /** @param upstream the URL of Tidemark with its base path */
    static PrefixProxy before(URI upstream) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PrefixProxy proxy = new PrefixProxy(upstream, server);
        server.createContext("/", proxy::handle);
        server.setExecutor(proxy.threads);
        server.start();
        return proxy;
    }

    /** The URL of Tidemark behind this proxy. */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + prefix);
    }

    /** What was requested outside of the prefix. */
    List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith(prefix)) {
                pass(exchange);
            } else {
                elsewhere.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        upstream.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        passable(exchange.getRequestHeaders()).forEach(request::header);
        request.header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Map<String, String> passable(Map<String, List<String>> headers) {
        Map<String, String> passed = new TreeMap<>();
        headers.forEach((name, values) -> {
            if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                passed.put(name, String.join(name.equalsIgnoreCase("Cookie") ? "; " : ", ", values));
            }
        });
        return passed;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
