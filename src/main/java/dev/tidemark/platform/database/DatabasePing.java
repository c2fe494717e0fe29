package dev.tidemark.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;

/** Queries over one connection that stays open. It is replaced after an error, and while the database is read-only. */
final class DatabasePing implements Ping, AutoCloseable {

    /** On in a standby server, and where {@code default_transaction_read_only} is set. */
    private static final String QUERY =
            "SELECT current_setting('transaction_read_only') = 'off', extract(epoch FROM clock_timestamp()) * 1000";

    private final DataSource database;
    private final ClusterClock clock;
    private Connection connection;

    /** @param clock compared with the clock of the database at each ping */
    DatabasePing(DataSource database, ClusterClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean isWritable() throws SQLException {
        boolean fresh = connection == null;
        try {
            return query();
        } catch (SQLException failed) {
            close();
            if (fresh || isTimeout(failed)) {
                throw failed;
            }
        }
        return query();
    }

    /** A connection that was closed between two queries says nothing about the database; one that is silent does. */
    private static boolean isTimeout(SQLException failed) {
        return failed.getCause() instanceof java.net.SocketTimeoutException;
    }

    private boolean query() throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
        }
        Instant asked = clock.machineTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            rows.next();
            clock.compare(asked, Instant.ofEpochMilli(rows.getLong(2)), clock.machineTime());
            boolean writable = rows.getBoolean(1);
            if (!writable) {
                close();
            }
            return writable;
        }
    }

    /** Not left to the pool, which would hand out the same connection again. */
    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (Connection closed = connection) {
            closed.abort(Runnable::run);
        } catch (SQLException gone) {
            // It was closed by the database.
        }
        connection = null;
    }
}
