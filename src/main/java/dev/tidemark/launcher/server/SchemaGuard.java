package dev.tidemark.launcher.server;

import dev.tidemark.launcher.backup.LiveNodes;
import dev.tidemark.launcher.backup.SchemaState;
import dev.tidemark.launcher.system.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Refuses to start on a database that this version cannot use, and to change the schema under nodes of another version. A database that is not
 * available does not keep the server from starting: it waits for it.
 */
final class SchemaGuard {
    private static final int CONNECT_SECONDS = 10;

    private SchemaGuard() {}

    /** @param settings with URL, user and password of the database */
    static void require(Map<String, String> settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.get("TIDEMARK_DATABASE_URL"));
        source.setUser(settings.getOrDefault("TIDEMARK_DATABASE_USER", "tidemark"));
        source.setPassword(settings.getOrDefault("TIDEMARK_DATABASE_PASSWORD", "tidemark"));
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(2 * CONNECT_SECONDS);
        try (Connection connection = source.getConnection()) {
            require(connection);
        } catch (SQLException | FlywayException unavailable) {
            return;
        }
    }

    private static void require(Connection connection) throws SQLException {
        SchemaState state = SchemaState.of(connection);
        state.problem().ifPresent(problem -> {
            throw new LaunchException(problem);
        });
        if (!state.applied().isEmpty() && !state.pending().isEmpty()) {
            List<String> nodes = LiveNodes.of(connection);
            if (!nodes.isEmpty()) {
                throw new LaunchException("Nodes of another version are running on this database ("
                        + String.join(", ", nodes) + "). Stop them before this version changes the schema from "
                        + state.applied() + " to " + state.latest() + ".");
            }
        }
    }
}
