package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs that were in progress when the backup was made: no node finishes them. Without its row, the slot of a planned run is
 * recorded as MISSED after the start, like the slots between backup and start; a requested run is queued again.
 */
final class UnfinishedRuns {
    private UnfinishedRuns() {}

    static void remove(Connection connection) throws SQLException {
        Sql.run(connection, "DELETE FROM run WHERE state <> 'ENDED' AND NOT requested");
        Sql.run(
                connection,
                "UPDATE run SET state = 'QUEUED', started_at = NULL, attempt = attempt + 1"
                        + " WHERE state = 'RUNNING' AND requested");
    }
}
