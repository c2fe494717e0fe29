package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.server.Tidemark;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two nodes of a location, of which one is frozen while it holds the lock of the schedule. */
class FrozenNodeIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 1);
    private static final int PROBES = 12;
    private static final Duration TAKEOVER = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whenANodeFreezesWithTheLock_thenTheOtherContinues_andNothingIsOverwritten() throws Exception {
        try (OutageSetup frozen = OutageSetup.start("frozen", TestDatabase.empty(), Map.of());
                Tidemark other = other(frozen)) {
            for (int n = 0; n < PROBES; n++) {
                frozen.createProbe("shop-" + n);
            }
            assertThat(OutageSetup.await(MINUTE, () -> frozen.query(endedAfter(Instant.EPOCH)) >= PROBES))
                    .isTrue();
            for (int n = 0; n < TIMES; n++) {
                freeze(frozen);
            }
            assertThat(other.address()).isNotEmpty();
        }
    }

    private static Tidemark other(OutageSetup frozen) throws Exception {
        return TestServer.another(
                "other", Map.of("TIDEMARK_DATABASE_URL", frozen.database.url() + "?ApplicationName=other"));
    }

    private static void freeze(OutageSetup frozen) throws Exception {
        ServerProcess process = frozen.process();
        process.stopWhen(() -> holdsLock(frozen));
        Instant since = Instant.now();
        boolean continued = OutageSetup.await(TAKEOVER, () -> frozen.query(endedAfter(since)) > 0);
        System.out.println("the other node continued after " + Duration.between(since, Instant.now()));
        assertThat(continued).isTrue();
        Instant takenOver = Instant.now();
        assertThat(OutageSetup.await(TAKEOVER, () -> frozen.query(endedAfter(takenOver)) >= PROBES))
                .isTrue();
        long before = frozen.query(checksum(takenOver));
        process.signal("CONT");

        assertThat(OutageSetup.await(MINUTE, frozen::isReady)).isTrue();
        assertThat(frozen.query(checksum(takenOver))).isEqualTo(before);
        assertThat(frozen.query("SELECT count(*) FROM qrtz_triggers WHERE trigger_state = 'ERROR'"))
                .isZero();
    }

    private static boolean holdsLock(OutageSetup frozen) {
        try {
            return ScheduleLock.isHeldBy(frozen.database, "frozen");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String endedAfter(Instant planned) {
        return "SELECT count(*) FROM run WHERE outcome = 'OK' AND planned_at > '" + planned + "'";
    }

    /** Of the runs that had ended until an instant. */
    private static String checksum(Instant end) {
        return "SELECT COALESCE(sum(hashtext(id || outcome || attempt || finished_at)), 0) FROM run WHERE finished_at <= '"
                + end + "'";
    }
}
