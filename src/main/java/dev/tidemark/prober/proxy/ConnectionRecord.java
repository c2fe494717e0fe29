package dev.tidemark.prober.proxy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One connection that a page asked for. Spans are as the visitor feels them: the emulated round trips are in them.
 *
 * @param host as asked for: a name or the text of an address
 * @param address what was connected to, or tried last; empty when there was none to try, or the policy forbade it
 * @param dns how long the name took; empty for an address, a fixed host, and a name that this sample already knew
 * @param connect from the first attempt to the connection or its failure; empty while it lasts, or when not tried
 * @param failure empty while it lasts and when it came about
 * @param detail what the operating system said of the failure; empty when blocked
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

    static ConnectionRecord asked(Instant at, String host, int port) {
        return new ConnectionRecord(
                at, host, port, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Asked for, and neither connected nor failed so far. */
    public boolean isPending() {
        return connect.isEmpty() && failure.isEmpty();
    }

    ConnectionRecord resolvedIn(Duration span) {
        return new ConnectionRecord(at, host, port, address, Optional.of(span), connect, failure, detail);
    }

    ConnectionRecord connected(InetAddress to, Duration span) {
        return new ConnectionRecord(at, host, port, Optional.of(to), dns, Optional.of(span), failure, detail);
    }

    ConnectionRecord failed(ConnectFailure kind, String said) {
        return new ConnectionRecord(at, host, port, address, dns, connect, Optional.of(kind), said);
    }
}
