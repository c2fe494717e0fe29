package dev.tidemark.scheduling.quartz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;

/**
 * Stores the check-ins of nodes with the time of the database. Quartz stores that of the node, and takes a node whose clock is some
 * seconds behind for a failed one, whose runs it then starts again.
 */
public final class DatabaseTimeDelegate extends PostgreSQLDelegate {

    private static final String NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    @Override
    public int insertSchedulerState(Connection connection, String instance, long checkInTime, long interval)
            throws SQLException {
        return super.insertSchedulerState(connection, instance, databaseTime(connection), interval);
    }

    @Override
    public int updateSchedulerState(Connection connection, String instance, long checkInTime) throws SQLException {
        return super.updateSchedulerState(connection, instance, databaseTime(connection));
    }

    /** Quartz compares the check-ins with the clock of this node, so they are converted to it. */
    @Override
    public List<SchedulerStateRecord> selectSchedulerStateRecords(Connection connection, String instance)
            throws SQLException {
        List<SchedulerStateRecord> states = super.selectSchedulerStateRecords(connection, instance);
        long ahead = System.currentTimeMillis() - databaseTime(connection);
        states.forEach(state -> state.setCheckinTimestamp(state.getCheckinTimestamp() + ahead));
        return states;
    }

    private static long databaseTime(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NOW)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
