package dev.tidemark.storage.node;

import dev.tidemark.model.result.LocationName;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of Tidemark.
 *
 * @param name host name and process id, such as {@code web1-4711}
 * @param lastSeen its last heartbeat; one every two seconds
 * @param stoppedAt the time of an orderly shutdown; empty for a running node and for one that failed
 */
public record Node(
        String name,
        LocationName location,
        String version,
        Instant startedAt,
        Instant lastSeen,
        Optional<Instant> stoppedAt) {

    /** Whether its last heartbeat is recent enough. */
    public boolean isAlive(Instant now) {
        return stoppedAt.isEmpty() && lastSeen.plus(Nodes.DEAD_AFTER).isAfter(now);
    }
}
