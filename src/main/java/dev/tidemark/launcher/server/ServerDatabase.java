package dev.tidemark.launcher.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects to the database of a server before that starts. */
final class ServerDatabase {
    private static final int CONNECT_SECONDS = 10;

    private ServerDatabase() {}

    /** @param settings with URL, user and password of the database */
    static Connection connect(Map<String, String> settings) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.get("TIDEMARK_DATABASE_URL"));
        source.setUser(settings.getOrDefault("TIDEMARK_DATABASE_USER", "tidemark"));
        source.setPassword(settings.getOrDefault("TIDEMARK_DATABASE_PASSWORD", "tidemark"));
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(2 * CONNECT_SECONDS);
        return source.getConnection();
    }
}
