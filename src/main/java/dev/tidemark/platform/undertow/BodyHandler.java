package dev.tidemark.platform.undertow;

import dev.tidemark.platform.i18n.LocalizedMessage;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Receives the whole body of a request before a worker thread handles it, so that clients that send slowly, or never finish,
 * occupy no thread. A body has a maximum size, which is small for a request without credentials, and a maximum time.
 */
final class BodyHandler implements HttpHandler {

    /** The size of the server's pooled buffers. */
    static final int BUFFER_BYTES = 16 * 1024;

    /** For a request without credentials: the sign-in form is the only one that has a body. */
    static final int MAX_ANONYMOUS_BYTES = 64 * 1024;

    /** More than any definition, budget file or recording may have. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_SECONDS = 60;
    private static final AttachmentKey<XnioExecutor.Key> DEADLINE = AttachmentKey.create(XnioExecutor.Key.class);

    private final HttpHandler next;
    private final RequestBufferingHandler anonymous;
    private final RequestBufferingHandler identified;

    BodyHandler(HttpHandler next) {
        this.next = next;
        this.anonymous = buffering(MAX_ANONYMOUS_BYTES);
        this.identified = buffering(MAX_BYTES);
    }

    private RequestBufferingHandler buffering(int bytes) {
        return new RequestBufferingHandler(this::received, bytes / BUFFER_BYTES + 1);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
            return;
        }
        boolean hasCredentials = hasCredentials(exchange.getRequestHeaders());
        int limit = hasCredentials ? MAX_BYTES : MAX_ANONYMOUS_BYTES;
        if (exchange.getRequestContentLength() > limit) {
            EarlyProblem.send(
                    exchange,
                    StatusCodes.REQUEST_ENTITY_TOO_LARGE,
                    LocalizedMessage.of("problem.body.tooLarge", limit / 1024));
            return;
        }
        exchange.setMaxEntitySize(limit);
        closeAfterDeadline(exchange);
        receive(exchange, hasCredentials ? identified : anonymous);
    }

    private static void receive(HttpServerExchange exchange, RequestBufferingHandler buffer) throws Exception {
        // The status of a body without a length that becomes too long: the exchange ends while it is read.
        exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
        if (!HttpContinue.requiresContinueResponse(exchange)) {
            buffer.handleRequest(exchange);
            return;
        }
        HttpContinue.sendContinueResponse(exchange, new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange continued, Sender sender) {
                continued.getRequestHeaders().remove(Headers.EXPECT);
                continued.dispatch(SameThreadExecutor.INSTANCE, buffer);
            }

            @Override
            public void onException(HttpServerExchange continued, Sender sender, IOException failed) {
                continued.endExchange();
            }
        });
    }

    private void received(HttpServerExchange exchange) throws Exception {
        XnioExecutor.Key deadline = exchange.removeAttachment(DEADLINE);
        if (deadline != null) {
            deadline.remove();
        }
        exchange.setStatusCode(StatusCodes.OK);
        ReceivedBody.keep(exchange);
        next.handleRequest(exchange);
    }

    private static void closeAfterDeadline(HttpServerExchange exchange) {
        exchange.putAttachment(
                DEADLINE,
                exchange.getIoThread()
                        .executeAfter(
                                () -> IoUtils.safeClose(exchange.getConnection()), MAX_SECONDS, TimeUnit.SECONDS));
        exchange.addExchangeCompleteListener((ended, following) -> {
            XnioExecutor.Key deadline = ended.removeAttachment(DEADLINE);
            if (deadline != null) {
                deadline.remove();
            }
            following.proceed();
        });
    }

    private static boolean hasCredentials(HeaderMap headers) {
        return headers.contains(Headers.AUTHORIZATION)
                || headers.contains("x-api-key")
                || headers.contains(Headers.COOKIE);
    }
}
