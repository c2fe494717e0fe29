package dev.tidemark.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The row that a node locks while it changes the schedule of its location, seen by one connection that stays open. */
final class ScheduleLock implements AutoCloseable {

    private static final String IS_HELD = "SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid"
            + " WHERE a.application_name = ? AND a.state LIKE 'idle in transaction%' AND l.granted"
            + " AND l.relation = 'qrtz_locks'::regclass";

    private final Connection connection;
    private final PreparedStatement query;

    /** @param application the {@code ApplicationName} in the URL of a node's database */
    ScheduleLock(TestDatabase database, String application) throws SQLException {
        connection = database.connect();
        query = connection.prepareStatement(IS_HELD);
        query.setString(1, application);
    }

    boolean isHeld() {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
