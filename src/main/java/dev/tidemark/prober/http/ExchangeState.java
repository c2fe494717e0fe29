package dev.tidemark.prober.http;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** State of a request from the first packet to the response. Written on one event loop. */
final class ExchangeState {

    static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final long begun = System.nanoTime();
    private final CompletableFuture<HttpResult> answer = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private ExchangePhase phase = ExchangePhase.CONNECT;
    private long connectedAt;
    private Optional<X509Certificate> certificate = Optional.empty();
    private Optional<Duration> tls = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private Optional<Integer> status = Optional.empty();
    private String version = "";

    CompletableFuture<HttpResult> answer() {
        return answer;
    }

    ExchangePhase phase() {
        return phase;
    }

    void connected(ExchangePhase next) {
        connectedAt = System.nanoTime();
        phase = next;
    }

    void secured(Optional<X509Certificate> shown) {
        tls = Optional.of(Duration.ofNanos(System.nanoTime() - connectedAt));
        certificate = shown;
        phase = ExchangePhase.TTFB;
    }

    void responded(int code, String protocol) {
        firstByte = Optional.of(sinceBegun());
        status = Optional.of(code);
        version = protocol;
        phase = ExchangePhase.LOAD;
    }

    void received(byte[] part) {
        if (body.size() + part.length > LARGEST_BODY) {
            fail(new Outcome(
                    OutcomeType.LIMIT_EXCEEDED,
                    LocalizedMessage.of("outcome.http.bodyLimit", LARGEST_BODY >> 20)
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

    private void complete(Optional<Outcome> trouble) {
        answer.complete(new HttpResult(
                status, version, body.toByteArray(), certificate, tls, firstByte, sinceBegun(), trouble));
    }

    private Duration sinceBegun() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
