package dev.tidemark.prober.proxy;

import java.net.InetAddress;
import java.time.Duration;

/** A connection that is being established. Written on the event loop, read by any thread. */
final class ConnectAttempt {

    private volatile ConnectionRecord record;
    private long since;

    ConnectAttempt(ConnectionRecord record) {
        this.record = record;
        since = System.nanoTime();
    }

    ConnectionRecord record() {
        return record;
    }

    void resolved() {
        record = record.resolvedIn(elapsed());
    }

    void connecting() {
        elapsed();
    }

    void connected(InetAddress address) {
        record = record.connected(address, elapsed());
    }

    void failed(InetAddress address, ConnectFailure kind, String message) {
        record = record.connected(address, elapsed()).failed(kind, message);
    }

    void failed(ConnectFailure kind, String message) {
        record = record.failed(kind, message);
    }

    private Duration elapsed() {
        long now = System.nanoTime();
        Duration span = Duration.ofNanos(now - since);
        since = now;
        return span;
    }
}
