package dev.tidemark.prober.http;

import dev.tidemark.model.result.Outcome;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status empty when no response came
 * @param version {@code 1.0}, {@code 1.1} or {@code 2}; empty when no response came
 * @param body decoded; as much as came
 * @param tls from the connection to the end of the handshake
 * @param firstByte from the beginning (lookup, connect and TLS counted) to the response's headers
 * @param total from the beginning to the end
 * @param trouble why the answer is not whole
 */
record HttpResult(
        Optional<Integer> status,
        String version,
        byte[] body,
        Optional<X509Certificate> certificate,
        Optional<Duration> tls,
        Optional<Duration> firstByte,
        Duration total,
        Optional<Outcome> trouble) {

    HttpResult {
        body = body.clone();
    }
}
