package dev.tidemark.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies all tables as of one point in time into the archive, and the files. */
final class SnapshotReader {
    /** A table that someone locks for longer, as an upgrade does, fails the backup. */
    private static final String LOCK_TIMEOUT = "30s";

    private final Connection connection;
    private final DatabaseContents contents;
    private final EntryWriter entries;
    private final Progress progress;

    SnapshotReader(Connection connection, EntryWriter entries, Progress progress) {
        this.connection = connection;
        this.contents = new DatabaseContents(connection);
        this.entries = entries;
        this.progress = progress;
    }

    Manifest read(InstallationFiles installation) throws IOException, SQLException {
        List<String> tables = lockedTables();
        List<Manifest.Migration> migrations = contents.migrations();
        String createdAt = Sql.text(
                connection,
                "SELECT to_char(transaction_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
        String encryptionKey = contents.encryptionKeys();
        List<Manifest.Table> copied = new ArrayList<>();
        for (String table : tables) {
            copied.add(copy(table));
        }
        List<Manifest.Sequence> sequences = contents.sequences();
        String version = Sql.text(connection, "SHOW server_version");
        connection.rollback();
        return new Manifest(
                Manifest.KIND,
                Manifest.FORMAT,
                installation.product(),
                migrations.get(migrations.size() - 1).version(),
                createdAt,
                version,
                encryptionKey,
                migrations,
                copied,
                sequences,
                files(installation));
    }

    /** Locks before the snapshot is taken, as pg_dump does: no table or partition can be dropped during the backup. */
    private List<String> lockedTables() throws SQLException {
        connection.setAutoCommit(false);
        List<String> tables = contents.tables();
        if (tables.isEmpty() || !contents.allTables().contains(DatabaseContents.HISTORY)) {
            throw new BackupException("The database has no tables of Tidemark ("
                    + connection.getMetaData().getURL()
                    + "). Check TIDEMARK_DATABASE_URL, or start Tidemark once before the first backup.");
        }
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Sql.run(connection, "SET TRANSACTION READ ONLY");
        Sql.run(connection, "SET LOCAL lock_timeout = '" + LOCK_TIMEOUT + "'");
        Sql.run(connection, "SET LOCAL statement_timeout = 0");
        Sql.run(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
        Sql.run(connection, "LOCK TABLE " + Sql.quoted(tables) + " IN ACCESS SHARE MODE");
        return tables;
    }

    private Manifest.Table copy(String table) throws IOException, SQLException {
        progress.begin("Saving table " + table);
        List<String> columns = contents.columns(table);
        String sql = "COPY (SELECT " + Sql.quoted(columns) + " FROM " + Sql.quoted(table)
                + ") TO STDOUT WITH (FORMAT binary)";
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        long[] rows = new long[1];
        Manifest.Content content = entries.write("tables/" + table, stream -> rows[0] = manager.copyOut(sql, stream));
        return new Manifest.Table(table, columns, rows[0], contents.partitions(table), content);
    }

    private List<Manifest.Content> files(InstallationFiles installation) throws IOException, SQLException {
        List<Manifest.Content> files = new ArrayList<>();
        for (Path file : probeFiles(installation.probes())) {
            files.add(entries.write(
                    InstallationFiles.PROBES
                            + installation.probes().relativize(file).toString().replace('\\', '/'),
                    stream -> Files.copy(file, stream)));
        }
        files.add(entries.write(InstallationFiles.SETTINGS, stream -> settings(installation, stream)));
        return files;
    }

    private static List<Path> probeFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void settings(InstallationFiles installation, OutputStream stream) throws IOException {
        StringBuilder text = new StringBuilder("# Settings at the time of the backup. Secrets are not included.\n");
        new TreeMap<>(installation.settings())
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
