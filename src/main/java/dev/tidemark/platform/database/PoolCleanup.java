package dev.tidemark.platform.database;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Decides when pooled connections are closed: when the database has been silent for some time, so that threads do not wait for
 * their own timeouts; when it is back, as the connections may have been cut; and when it is read-only, as another server may be
 * the primary one now.
 */
final class PoolCleanup {

    /** Longer than a pause of a database that is only busy. */
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    /** What to do with the connections in the pools. */
    enum Cleanup {
        NONE,
        CLOSE_ALL,
        REPLACE_ALL
    }

    private final Consumer<Cleanup> pools;
    private boolean closed;

    PoolCleanup(Consumer<Cleanup> pools) {
        this.pools = pools;
    }

    /** Called after each ping. */
    void changed(DatabaseStatus before, DatabaseStatus after, Instant now) {
        Cleanup cleanup = decide(before, after, now);
        if (cleanup != Cleanup.NONE) {
            pools.accept(cleanup);
        }
    }

    private Cleanup decide(DatabaseStatus before, DatabaseStatus after, Instant now) {
        if (after.state() != DatabaseStatus.State.UNAVAILABLE) {
            closed = false;
            boolean changed =
                    before.state() != after.state() && before.lastReachable().isPresent();
            return changed ? Cleanup.REPLACE_ALL : Cleanup.NONE;
        }
        boolean lasting = !closed && after.since().plus(OUTAGE).isBefore(now);
        closed |= lasting;
        return lasting ? Cleanup.CLOSE_ALL : Cleanup.NONE;
    }
}
