package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The nodes that run on a database: those that check in. A stopped node leaves its row behind, so one look is not enough. */
public final class LiveNodes {
    /** Nodes check in every 3 s. */
    private static final Duration OBSERVED = Duration.ofSeconds(8);

    private static final String RECENT = """
            SELECT instance_name || ' ' || last_checkin_time FROM qrtz_scheduler_state
            WHERE last_checkin_time > extract(epoch FROM clock_timestamp() - interval '30 seconds') * 1000""";

    private LiveNodes() {}

    /** Their names; takes some seconds if a node was running shortly before. */
    public static List<String> of(Connection connection) throws SQLException {
        if (!new DatabaseContents(connection).allTables().contains("qrtz_scheduler_state")) {
            return List.of();
        }
        Set<String> before = new TreeSet<>(Sql.column(connection, RECENT));
        if (before.isEmpty()) {
            return List.of();
        }
        pause();
        return Sql.column(connection, RECENT).stream()
                .filter(checkIn -> !before.contains(checkIn))
                .map(checkIn -> checkIn.substring(0, checkIn.lastIndexOf(' ')))
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(OBSERVED.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackupException("Interrupted.", interrupted);
        }
    }
}
