package dev.tidemark.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Restores the database of a backup in one transaction: completely or not at all. */
public final class Restore {
    private static final int BUFFER = 1 << 16;

    private final BackupFile backup;
    private final Connection connection;
    private final Progress progress;

    public Restore(BackupFile backup, Connection connection, Progress progress) {
        this.backup = backup;
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Restores all rows.
     *
     * @param replace whether everything in the schema of the database is deleted first; otherwise it must be empty
     * @throws BackupException if the database does not fit or the restore fails; the database is unchanged
     */
    public void run(boolean replace) {
        boolean complete = false;
        try {
            connection.setAutoCommit(false);
            new RestoreChecks(backup, connection).require(replace);
            load(replace);
            connection.commit();
            complete = true;
            connection.setAutoCommit(true);
            Sql.run(connection, "ANALYZE");
        } catch (SQLException | IOException | FlywayException failed) {
            if (complete) {
                return;
            }
            throw new BackupException(
                    "Cannot restore " + backup.path() + ": " + Reasons.of(failed) + ". The database is unchanged.",
                    failed);
        } finally {
            if (!complete) {
                rollBack();
            }
        }
    }

    private void load(boolean replace) throws SQLException, IOException {
        Sql.run(connection, "SET LOCAL lock_timeout = '10s'");
        Sql.run(connection, "SET LOCAL statement_timeout = 0");
        Sql.run(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
        if (replace) {
            SchemaRemoval.run(connection);
        }
        Manifest manifest = backup.manifest();
        new Schema(connection).create(manifest.schema());
        DatabaseContents contents = new DatabaseContents(connection);
        List<String> created = contents.tables();
        requireTables(created);
        switchTriggers("DISABLE", created);
        Sql.run(connection, "TRUNCATE " + Sql.quoted(created));
        for (String table : created) {
            for (Manifest.Table saved : manifest.tables()) {
                if (saved.name().equals(table)) {
                    load(saved, contents);
                }
            }
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            setSequence(sequence);
        }
        UnfinishedRuns.remove(connection);
        switchTriggers("ENABLE", created);
    }

    /** Those of the schema, such as the one that makes the audit log append-only; the owner of a table may switch them. */
    private void switchTriggers(String state, List<String> tables) throws SQLException {
        for (String table : tables) {
            Sql.run(connection, "ALTER TABLE " + Sql.quoted(List.of(table)) + " " + state + " TRIGGER USER");
        }
    }

    /** A table that the migrations do not create cannot be restored. */
    private void requireTables(List<String> created) {
        Set<String> unknown = new HashSet<>();
        backup.manifest().tables().forEach(table -> unknown.add(table.name()));
        created.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new BackupException("The backup " + backup.path() + " has tables that do not belong to Tidemark: "
                    + String.join(", ", unknown.stream().sorted().toList())
                    + ". The database is unchanged. Move these tables to another schema, and create another backup.");
        }
    }

    private void load(Manifest.Table table, DatabaseContents contents) throws SQLException, IOException {
        progress.begin("Restoring table " + table.name());
        createPartitions(table, contents);
        String sql = "COPY " + Sql.quoted(table.name()) + " (" + Sql.quoted(table.columns())
                + ") FROM STDIN WITH (FORMAT binary)";
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows;
        try (InputStream stream = new CountingInput(backup.stream(table.content()), progress)) {
            rows = manager.copyIn(sql, stream, BUFFER);
        }
        if (rows != table.rows()) {
            throw new IOException("table " + table.name() + " has " + rows + " rows instead of the " + table.rows()
                    + " of the manifest");
        }
    }

    private void createPartitions(Manifest.Table table, DatabaseContents contents) throws SQLException, IOException {
        List<String> existing = new ArrayList<>();
        contents.partitions(table.name()).forEach(partition -> existing.add(partition.name()));
        for (Manifest.Partition partition : table.partitions()) {
            if (!existing.contains(partition.name())) {
                Sql.run(
                        connection,
                        "CREATE TABLE " + Sql.quoted(partition.name()) + " PARTITION OF " + Sql.quoted(table.name())
                                + " " + PartitionBound.checked(partition.bound()));
            }
        }
    }

    private void setSequence(Manifest.Sequence sequence) throws SQLException {
        String sql = "SELECT setval(format('%I', ?::text)::regclass, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException closed) {
            // A connection that is gone has been rolled back by the server.
        }
    }
}
