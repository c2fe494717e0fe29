package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.server.Tidemark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two nodes of a location, of which one is frozen while it holds the lock of the schedule. */
class FrozenNodeIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 1);
    private static final int PROBES = 12;
    private static final int MAX_TRIES = 3_000;
    private static final Duration TAKEOVER = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String HOLDS_LOCK = "SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid"
            + " WHERE a.application_name = 'frozen' AND a.state LIKE 'idle in transaction%' AND l.granted"
            + " AND l.relation = 'qrtz_locks'::regclass";

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
        long process = frozen.process();
        stopWithLock(frozen, process);
        Instant since = Instant.now();
        boolean continued = OutageSetup.await(TAKEOVER, () -> frozen.query(endedAfter(since)) > 0);
        System.out.println("the other node continued after " + Duration.between(since, Instant.now()));
        assertThat(continued).isTrue();
        Instant takenOver = Instant.now();
        assertThat(OutageSetup.await(TAKEOVER, () -> frozen.query(endedAfter(takenOver)) >= PROBES))
                .isTrue();
        long before = frozen.query(checksum(takenOver));
        signal("CONT", process);

        assertThat(OutageSetup.await(MINUTE, frozen::isReady)).isTrue();
        assertThat(frozen.query(checksum(takenOver))).isEqualTo(before);
        assertThat(frozen.query("SELECT count(*) FROM qrtz_triggers WHERE trigger_state = 'ERROR'"))
                .isZero();
    }

    /** Stops the process again and again until it is caught inside a transaction that holds the lock. */
    private static void stopWithLock(OutageSetup frozen, long process) throws Exception {
        for (int n = 0; n < MAX_TRIES; n++) {
            signal("STOP", process);
            if (frozen.query(HOLDS_LOCK) > 0) {
                return;
            }
            signal("CONT", process);
            TimeUnit.MILLISECONDS.sleep(1 + n % 17);
        }
        throw new AssertionError("The process was never stopped while it held the lock");
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process)).start().waitFor();
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
