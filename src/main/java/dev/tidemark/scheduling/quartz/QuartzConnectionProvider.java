package dev.tidemark.scheduling.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Provides Quartz with connections outside of container transactions. */
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
