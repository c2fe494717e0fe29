package dev.tidemark.platform.database;

import java.time.Instant;
import java.util.Optional;

/**
 * What this node knows about its database.
 *
 * @param since when this state began
 * @param lastReachable the last time it answered and accepted writes; empty if it has not since the start of this node
 * @param reason of the database or the driver, in one line; empty while it is available
 * @param silent whether it is unavailable because it does not respond, so that statements would wait for a response
 */
public record DatabaseStatus(
        State state, Instant since, Optional<Instant> lastReachable, String reason, boolean silent) {

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
        return new DatabaseStatus(State.AVAILABLE, isAvailable() ? since : now, Optional.of(now), "", false);
    }

    DatabaseStatus not(State next, String why, Instant now) {
        return new DatabaseStatus(next, state == next ? since : now, lastReachable, why, false);
    }

    DatabaseStatus silent(String why, Instant now) {
        DatabaseStatus failed = not(State.UNAVAILABLE, why, now);
        return new DatabaseStatus(failed.state, failed.since, failed.lastReachable, failed.reason, true);
    }
}
