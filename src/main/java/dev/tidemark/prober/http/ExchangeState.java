package dev.tidemark.prober.http;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.response.ResponseHeaders;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** State of a request from the first packet to the response. Written on one event loop. */
final class ExchangeState {

    static final int MAX_BODY = 2 * 1024 * 1024;

    private final long start = System.nanoTime();
    private final CompletableFuture<HttpResult> result = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private ExchangePhase phase = ExchangePhase.CONNECT;
    private long connectedAt;
    private Optional<X509Certificate> certificate = Optional.empty();
    private Optional<Duration> tls = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private Optional<Integer> status = Optional.empty();
    private String version = "";
    private ResponseHeaders headers = new ResponseHeaders(List.of());

    CompletableFuture<HttpResult> result() {
        return result;
    }

    ExchangePhase phase() {
        return phase;
    }

    void connected(ExchangePhase next) {
        connectedAt = System.nanoTime();
        phase = next;
    }

    void handshakeCompleted(Optional<X509Certificate> peer) {
        tls = Optional.of(Duration.ofNanos(System.nanoTime() - connectedAt));
        certificate = peer;
        phase = ExchangePhase.TTFB;
    }

    void headersReceived(int code, String protocol, ResponseHeaders fields) {
        firstByte = Optional.of(elapsed());
        status = Optional.of(code);
        version = protocol;
        headers = fields;
        phase = ExchangePhase.LOAD;
    }

    void received(byte[] part) {
        if (body.size() + part.length > MAX_BODY) {
            fail(new Outcome(
                    OutcomeType.LIMIT_EXCEEDED,
                    LocalizedMessage.of("outcome.http.bodyLimit", MAX_BODY >> 20)
                            .toString()));
        } else {
            body.writeBytes(part);
        }
    }

    void ended() {
        complete(Optional.empty());
    }

    /** Only the first failure counts, and none after the end. */
    void fail(Outcome outcome) {
        complete(Optional.of(outcome));
    }

    private void complete(Optional<Outcome> failure) {
        result.complete(new HttpResult(
                status, version, headers, body.toByteArray(), certificate, tls, firstByte, elapsed(), failure));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
