package dev.tidemark.platform.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.builder.PredicatedHandlersParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expressions of wildfly-config/http.cli, in front of a handler that responds with the Accept header that it gets. */
class OpenApiFilterTest {

    private static final Pattern EXPRESSION =
            Pattern.compile("expression-filter=openapi-\\w+:add\\(expression=\"(.+)\"\\)");

    private Undertow server;

    @BeforeEach
    void start() throws IOException {
        HttpHandler handler = exchange -> exchange.getResponseSender()
                .send(String.valueOf(exchange.getRequestHeaders().getFirst("Accept")));
        Matcher expressions = EXPRESSION.matcher(Files.readString(Path.of("wildfly-config/http.cli")));
        while (expressions.find()) {
            handler = Handlers.predicates(
                    PredicatedHandlersParser.parse(
                            expressions.group(1), getClass().getClassLoader()),
                    handler);
        }
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(handler)
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String response(String header) throws IOException {
        try (Socket client = new Socket()) {
            client.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
            client.getOutputStream()
                    .write(("GET /openapi HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: 1", "Accept:", "Accept:  "})
    void whenNoFormatIsNamed_thenItIsAnyFormat(String header) throws IOException {
        assertThat(response(header)).startsWith("HTTP/1.1 200").endsWith("*/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/yaml;q=0.9, */*;q=0.1", "text/html,application/xhtml+xml"})
    void whenFormatsAreNamed_thenTheyAreLeft(String value) throws IOException {
        assertThat(response("Accept: " + value)).startsWith("HTTP/1.1 200").endsWith(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "text/", "/json", ";;;", "a/b/c", "\u00ff", ",", "*/*;q", "a/b\r\nAccept: c"})
    void whenTheHeaderIsMalformed_thenItIsRefused(String value) throws IOException {
        assertThat(response("Accept: " + value)).startsWith("HTTP/1.1 400");
    }

    @Test
    void whenTheHeaderIsLong_thenItIsRefused() throws IOException {
        assertThat(response("Accept: " + "a/b,".repeat(5_000) + "a/b")).startsWith("HTTP/1.1 400");
        assertThat(response("Accept: " + "a/b,".repeat(200) + "a/b")).startsWith("HTTP/1.1 200");
    }
}
