package dev.tidemark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.database.DatabaseStatus.State;
import dev.tidemark.platform.database.PoolCleanup.Cleanup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolCleanupTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Cleanup> done = new ArrayList<>();
    private final PoolCleanup cleanup = new PoolCleanup(done::add);
    private DatabaseStatus status = new DatabaseStatus(State.AVAILABLE, START, Optional.of(START), "");

    @Test
    void whenTheOutageLasts5Seconds_thenConnectionsStay() {
        fails(0);
        fails(5);

        assertThat(done).isEmpty();
    }

    @Test
    void whenTheOutageLastsLonger_thenConnectionsAreClosedOnce_andReplacedAfterwards() {
        fails(0);
        fails(6);
        fails(7);
        answers(8);
        answers(9);

        assertThat(done).containsExactly(Cleanup.CLOSE_ALL, Cleanup.REPLACE_ALL);
    }

    @Test
    void whenItIsReadOnly_thenConnectionsAreReplaced_asAnotherServerMayBeThePrimary() {
        next(status.not(State.READ_ONLY, "it is read-only", START.plusSeconds(1)), 1);
        next(status.not(State.READ_ONLY, "it is read-only", START.plusSeconds(2)), 2);

        assertThat(done).containsExactly(Cleanup.REPLACE_ALL);
    }

    @Test
    void whenTheNodeStarts_thenNothingIsDone() {
        status = new DatabaseStatus(State.UNAVAILABLE, START, Optional.empty(), "not yet connected");
        answers(1);

        assertThat(done).isEmpty();
    }

    private void fails(long second) {
        next(status.not(State.UNAVAILABLE, "refused", START.plusSeconds(second)), second);
    }

    private void answers(long second) {
        next(status.available(START.plusSeconds(second)), second);
    }

    private void next(DatabaseStatus after, long second) {
        cleanup.changed(status, after, START.plusSeconds(second));
        status = after;
    }
}
