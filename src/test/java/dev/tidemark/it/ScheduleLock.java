package dev.tidemark.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The row that a node locks while it changes the schedule of its location. */
final class ScheduleLock {

    private static final String IS_HELD = "SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid"
            + " WHERE a.application_name = ? AND a.state LIKE 'idle in transaction%' AND l.granted"
            + " AND l.relation = 'qrtz_locks'::regclass";

    private ScheduleLock() {}

    /** @param application the {@code ApplicationName} in the URL of a node's database */
    static boolean isHeldBy(TestDatabase database, String application) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(IS_HELD)) {
            query.setString(1, application);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }
}
