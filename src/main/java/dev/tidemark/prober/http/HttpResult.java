package dev.tidemark.prober.http;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.prober.response.ResponseHeaders;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * A response.
 *
 * @param status empty if there was no response
 * @param version {@code 1.0}, {@code 1.1} or {@code 2}; empty if there was no response
 * @param headers empty if there was no response
 * @param body with its content codings, as far as received
 * @param tls from the connection to the end of the handshake
 * @param firstByte from the start (including lookup, connect and TLS) to the response headers
 * @param total from start to end
 * @param failure why the response is incomplete
 */
record HttpResult(
        Optional<Integer> status,
        String version,
        ResponseHeaders headers,
        byte[] body,
        Optional<X509Certificate> certificate,
        Optional<Duration> tls,
        Optional<Duration> firstByte,
        Duration total,
        Optional<Outcome> failure) {

    HttpResult {
        body = body.clone();
    }
}
