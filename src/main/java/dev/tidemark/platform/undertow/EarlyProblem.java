package dev.tidemark.platform.undertow;

import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;

/** The response to a request that no servlet sees: problem details in English, as its headers may be what is wrong. */
final class EarlyProblem {

    private EarlyProblem() {}

    static void send(HttpServerExchange exchange, int status, LocalizedMessage detail) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (!exchange.isRequestComplete()) {
            exchange.setPersistent(false);
        }
        exchange.getResponseSender()
                .send(
                        Problem.of(status, detail).json(exchange.getRequestPath(), Messages.ENGLISH),
                        StandardCharsets.UTF_8);
    }
}
