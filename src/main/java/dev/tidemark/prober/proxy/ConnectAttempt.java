package dev.tidemark.prober.proxy;

import java.net.InetAddress;
import java.time.Duration;

/** A connection in the making. Written on the event loop, read anywhere. */
final class ConnectAttempt {

    private volatile ConnectionRecord fact;
    private long since;

    ConnectAttempt(ConnectionRecord asked) {
        fact = asked;
        since = System.nanoTime();
    }

    ConnectionRecord fact() {
        return fact;
    }

    void resolved() {
        fact = fact.resolvedIn(lap());
    }

    void connecting() {
        lap();
    }

    void connected(InetAddress address) {
        fact = fact.connected(address, lap());
    }

    void failed(InetAddress address, ConnectFailure kind, String said) {
        fact = fact.connected(address, lap()).failed(kind, said);
    }

    void failed(ConnectFailure kind, String said) {
        fact = fact.failed(kind, said);
    }

    private Duration lap() {
        long now = System.nanoTime();
        Duration span = Duration.ofNanos(now - since);
        since = now;
        return span;
    }
}
