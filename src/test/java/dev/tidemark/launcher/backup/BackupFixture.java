package dev.tidemark.launcher.backup;

import dev.tidemark.it.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/** Databases with rows in every table, and what is in them. */
final class BackupFixture {
    private BackupFixture() {}

    /** The data of release 0.1.0 after an upgrade. */
    static TestDatabase filled() throws SQLException, IOException {
        TestDatabase database = TestDatabase.empty();
        migrate(database, "090");
        try (InputStream sql = TestDatabase.class.getResourceAsStream("release-0.1.0.sql")) {
            execute(database, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        migrate(database, "latest");
        return database;
    }

    static void migrate(TestDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    static Manifest backUp(TestDatabase database, Path file) throws SQLException {
        InstallationFiles installation = new InstallationFiles("0.2.0", file.resolveSibling("probes"), Map.of());
        try (Connection connection = database.connect()) {
            return new BackupWriter(installation, new Progress(line -> {})).write(connection, file);
        }
    }

    static void restore(Path file, TestDatabase database, boolean replace) throws SQLException {
        try (BackupFile backup = BackupFile.open(file);
                Connection connection = database.connect()) {
            backup.verify(new Progress(line -> {}));
            new Restore(backup, connection, new Progress(line -> {})).run(replace);
        }
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Number and hash of the rows of each table and partition, without those of running nodes; values of sequences. */
    static Map<String, String> contents(TestDatabase database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (Manifest.Sequence sequence : new DatabaseContents(connection).sequences()) {
                contents.put(sequence.name(), sequence.last() + " " + sequence.called());
            }
            String tables = Sql.text(connection, """
                    SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                    AND relname <> 'flyway_schema_history' AND relname NOT LIKE 'qrtz%'""");
            for (String table : tables == null ? new String[0] : tables.split(" ")) {
                contents.put(
                        table,
                        Sql.text(
                                connection,
                                "SELECT count(*) || ' '"
                                        + " || coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '') FROM "
                                        + table + " t"));
            }
        }
        return contents;
    }
}
