package dev.tidemark.accuracy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Serves {@code src/test/site} on a free port, as two sites: 127.0.0.1 and localhost.
 *
 * <p>{@code ?ms=500} on any URL delays its response. {@code image.png} and {@code flat.png} are drawn as {@code w},
 * {@code h} and {@code seed} specify; {@code slow.json} is a small response, {@code zipped.json} a compressed one; {@code redirect?to=} redirects; {@code events}
 * never ends. In a page <code>&lt;!--flush 900--&gt;</code> splits the response, {@code <!--policy ...-->} sets its content
 * security policy, {@code {{other}}} is the other site.
 *
 * <p>A reference script precedes the content of every page, allowed by its policy, and posts its results to {@code said}.
 */
public final class FixtureSite implements AutoCloseable {

    private static final Path ROOT = Path.of("src/test/site");
    private static final Pattern POLICY = Pattern.compile("<!--policy (.+?)-->");
    private static final Pattern FLUSH = Pattern.compile("<!--flush (\\d+)-->");

    private static final int MOST_AT_ONCE = 48;
    private static final String NONCE = "reference";

    private final HttpServer server;
    private final String reference;
    private final AtomicReference<String> said = new AtomicReference<>("");
    /** The threads are kept, so that their CPU time can be distinguished from that of the rest of this JVM. */
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE);

    /** A site without a reference. */
    public FixtureSite() {
        this("");
    }

    FixtureSite(String referenceScript) {
        reference = referenceScript.isEmpty() ? "" : "<script nonce=" + NONCE + ">" + referenceScript + "</script>";
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** Returns and clears the latest results of the reference. */
    Optional<String> takeSaid() {
        return Optional.of(said.getAndSet("")).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            QueryString query = QueryString.of(exchange.getRequestURI());
            sleep(query.number("ms", 0));
            String name = exchange.getRequestURI().getPath().substring(1);
            switch (name) {
                case "image.png" -> send(exchange, 200, "image/png", FixtureImage.noise(query));
                case "flat.png" -> send(exchange, 200, "image/png", FixtureImage.flat(query));
                case "slow.json" -> send(exchange, 200, "application/json", bytes("{}"));
                case "zipped.json" -> zipped(exchange);
                case "events" -> send(exchange, 200, "text/event-stream", bytes(": end\n\n"));
                case "said" -> said(exchange);
                case "redirect" -> redirect(exchange, query.text("to"));
                default -> file(exchange, name);
            }
        }
    }

    private void said(HttpExchange exchange) throws IOException {
        said.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        Path file = ROOT.resolve(name).normalize();
        if (!file.startsWith(ROOT) || !Files.isRegularFile(file)) {
            send(exchange, 404, "text/plain", bytes("no such fixture"));
        } else if (name.endsWith(".html")) {
            page(exchange, Files.readString(file));
        } else {
            send(exchange, 200, "text/javascript", Files.readAllBytes(file));
        }
    }

    private void page(HttpExchange exchange, String raw) throws IOException {
        String text = raw.replace(
                        "{{other}}", "http://localhost:" + server.getAddress().getPort())
                .replaceFirst("(?=<meta charset)", Matcher.quoteReplacement(reference));
        Matcher policy = POLICY.matcher(text);
        if (policy.find()) {
            exchange.getResponseHeaders().set("Content-Security-Policy", allowingReference(policy.group(1)));
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        Matcher flush = FLUSH.matcher(text);
        try (OutputStream body = exchange.getResponseBody()) {
            int rest = 0;
            if (flush.find()) {
                body.write(bytes(text.substring(0, flush.start())));
                body.flush();
                sleep(Long.parseLong(flush.group(1)));
                rest = flush.end();
            }
            body.write(bytes(text.substring(rest)));
        }
    }

    private String allowingReference(String policy) {
        if (reference.isEmpty()) {
            return policy;
        }
        String scripts = policy.replace("script-src 'none'", "");
        return scripts + "; script-src 'nonce-" + NONCE + "'; connect-src 'self'";
    }

    /** Chunked, so that no header contains the length. */
    private static void zipped(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = new GZIPOutputStream(exchange.getResponseBody())) {
            body.write(bytes("[" + "\"tide\",".repeat(3_000) + "0]"));
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
