package dev.tidemark.scheduling.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Quartz's way to its own small pool of connections, outside the container's transactions. */
record QuartzConnectionProvider(DataSource dataSource) implements ConnectionProvider {

    static final String NAME = "tidemark";

    @Override
    public Connection getConnection() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
}
