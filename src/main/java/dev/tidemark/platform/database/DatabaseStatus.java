package dev.tidemark.platform.database;

import java.time.Instant;
import java.util.Optional;

/**
 * What this node knows about its database.
 *
 * @param since when this state began
 * @param lastReachable the last time it answered and accepted writes; empty if it has not since the start of this node
 * @param reason of the database or the driver, in one line; empty while it is available
 */
public record DatabaseStatus(State state, Instant since, Optional<Instant> lastReachable, String reason) {

    /** The states of the database. */
    public enum State {
        AVAILABLE,
        /** It answers, but does not accept writes: a standby server, or a primary server that was set to read-only. */
        READ_ONLY,
        UNAVAILABLE
    }

    public boolean isAvailable() {
        return state == State.AVAILABLE;
    }

    /** The same, after a request has failed although pings are answered. */
    public DatabaseStatus failed(Throwable failure, Instant now) {
        return isAvailable() ? not(State.UNAVAILABLE, FailureReason.of(failure), now) : this;
    }

    DatabaseStatus available(Instant now) {
        return new DatabaseStatus(State.AVAILABLE, isAvailable() ? since : now, Optional.of(now), "");
    }

    DatabaseStatus not(State next, String why, Instant now) {
        return new DatabaseStatus(next, state == next ? since : now, lastReachable, why);
    }
}
