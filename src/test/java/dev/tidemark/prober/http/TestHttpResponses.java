package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Responses of the test server by path. */
final class TestHttpResponses {

    static final String JSON = "{\"status\": \"up\", \"queue\": {\"length\": 12}}";

    private TestHttpResponses() {}

    static void give(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/status/")) {
            exchange.sendResponseHeaders(Integer.parseInt(path.substring("/status/".length())), -1);
        } else if (path.equals("/echo")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String trace = exchange.getRequestHeaders().getFirst("X-Trace");
            send(
                    exchange,
                    (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " trace=" + trace)
                            .getBytes(UTF_8));
        } else if (path.equals("/mirror")) {
            String trace = exchange.getRequestHeaders().getFirst("X-Trace");
            String token = trace.replace("Bearer ", "");
            send(exchange, ("{\"trace\": \"" + trace + "\", \"token\": \"" + token + "\"}").getBytes(UTF_8));
        } else if (path.equals("/gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, gzip("plain text".getBytes(UTF_8)));
        } else {
            send(exchange, JSON.getBytes(UTF_8));
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
