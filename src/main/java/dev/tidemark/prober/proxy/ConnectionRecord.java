package dev.tidemark.prober.proxy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A connection that a page requested. Durations include the emulated round trips.
 *
 * @param host as requested: a host name or an IP literal
 * @param address the address connected to or tried last; empty if there was none, or the policy blocked it
 * @param dns duration of the DNS lookup; empty for an IP literal, a fixed host, and a name already resolved in this
 *     sample
 * @param connect from the first attempt to success or failure; empty while pending or if not tried
 * @param failure empty while pending and after success
 * @param detail message of the operating system; empty if blocked
 */
public record ConnectionRecord(
        Instant at,
        String host,
        int port,
        Optional<InetAddress> address,
        Optional<Duration> dns,
        Optional<Duration> connect,
        Optional<ConnectFailure> failure,
        String detail) {

    public ConnectionRecord {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(host, "host");
    }

    static ConnectionRecord requested(Instant at, String host, int port) {
        return new ConnectionRecord(
                at, host, port, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Neither connected nor failed yet. */
    public boolean isPending() {
        return connect.isEmpty() && failure.isEmpty();
    }

    ConnectionRecord resolvedIn(Duration span) {
        return new ConnectionRecord(at, host, port, address, Optional.of(span), connect, failure, detail);
    }

    ConnectionRecord connected(InetAddress to, Duration span) {
        return new ConnectionRecord(at, host, port, Optional.of(to), dns, Optional.of(span), failure, detail);
    }

    ConnectionRecord failed(ConnectFailure kind, String message) {
        return new ConnectionRecord(at, host, port, address, dns, connect, Optional.of(kind), message);
    }
}
