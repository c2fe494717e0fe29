package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.backup.SchemaState;
import dev.tidemark.launcher.operation.ProductDatabase;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connects to the database: version, privileges, latency, schema, and its clock. */
final class DatabaseCheck implements InstallationCheck {
    private static final int OLDEST_VERSION = 140_000;
    private static final int ROUND_TRIPS = 5;
    private static final long SLOW_MILLIS = 50;

    private final ClockComparison clock;

    DatabaseCheck(Clock clock) {
        this.clock = new ClockComparison(clock);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws SQLException {
        if (!ProductDatabase.exists(settings)) {
            return List.of(noDatabase(settings));
        }
        List<Finding> findings = new ArrayList<>();
        try (ProductDatabase database = ProductDatabase.shared(settings);
                Connection connection = database.connect()) {
            findings.add(version(connection));
            findings.add(latency(connection));
            findings.add(privileges(connection));
            findings.add(schema(connection));
            findings.add(clock.compare(connection));
        } catch (LaunchException unreachable) {
            findings.add(Finding.failed(name(), unreachable.getMessage(), ""));
        }
        return findings;
    }

    static Finding noDatabase(LauncherSettings settings) {
        return Finding.ok(
                "database", "There is no database in " + settings.data() + " yet; the first start creates it.");
    }

    private Finding version(Connection connection) throws SQLException {
        String version = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " at "
                + connection.getMetaData().getURL().replaceFirst("\\?.*", "");
        return Integer.parseInt(text(connection, "SHOW server_version_num")) < OLDEST_VERSION
                ? Finding.failed(name(), version + " is too old.", "Use PostgreSQL 14 or newer.")
                : Finding.ok(name(), version + ".");
    }

    private Finding latency(Connection connection) throws SQLException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            long start = System.nanoTime();
            text(connection, "SELECT 1");
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(fastest);
        return millis > SLOW_MILLIS
                ? Finding.warning(
                        "latency",
                        "A round trip to the database takes " + millis + " ms.",
                        "Run Tidemark close to its database: each page and each check needs some round trips.")
                : Finding.ok("latency", "A round trip to the database takes " + Math.max(1, millis) + " ms or less.");
    }

    private Finding privileges(Connection connection) throws SQLException {
        if (text(connection, "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean")
                .equals("t")) {
            return Finding.failed(
                    "privileges",
                    "The database is read-only.",
                    "Connect to the primary server: add targetServerType=primary to TIDEMARK_DATABASE_URL.");
        }
        return text(connection, "SELECT has_schema_privilege(current_schema(), 'CREATE')")
                        .equals("t")
                ? Finding.ok("privileges", "The database user can create tables.")
                : Finding.failed(
                        "privileges",
                        "The database user cannot create tables.",
                        "Make it the owner of the database: ALTER DATABASE name OWNER TO user;");
    }

    private Finding schema(Connection connection) throws SQLException {
        SchemaState state = SchemaState.of(connection);
        if (state.problem().isPresent()) {
            return Finding.failed("schema", state.problem().get(), "");
        }
        return state.pending().isEmpty()
                ? Finding.ok("schema", "The schema is up to date (version " + state.applied() + ").")
                : Finding.ok(
                        "schema",
                        state.pending().size() + " migrations run at the next start (up to version " + state.latest()
                                + ").");
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
