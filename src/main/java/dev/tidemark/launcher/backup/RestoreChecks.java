package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What must be true of backup, program and database before a restore changes anything. */
record RestoreChecks(BackupFile backup, Connection connection) {
    /** All problems at once. */
    void require(boolean replace) throws SQLException {
        List<String> problems = new ArrayList<>(schemaProblems());
        problems.addAll(databaseProblems(replace));
        if (!problems.isEmpty()) {
            throw new BackupException(
                    String.join(System.lineSeparator(), problems) + System.lineSeparator() + "Nothing was changed.");
        }
    }

    private List<String> schemaProblems() {
        Manifest manifest = backup.manifest();
        SchemaState state = SchemaState.of(manifest.migrations(), new Schema(connection).known());
        if (!state.newer().isEmpty()) {
            return List.of("The backup " + backup.path() + " was made by Tidemark " + manifest.product()
                    + " with database schema " + manifest.schema()
                    + ", which is newer than this version knows. Install Tidemark " + manifest.product()
                    + " or newer to restore it.");
        }
        if (!state.changed().isEmpty()) {
            return List.of("The backup " + backup.path() + " was made by a build with another migration "
                    + String.join(", ", state.changed()) + ". Restore it with that build (Tidemark "
                    + manifest.product() + ").");
        }
        return List.of();
    }

    private List<String> databaseProblems(boolean replace) throws SQLException {
        List<String> tables = new DatabaseContents(connection).allTables();
        if (tables.isEmpty()) {
            return List.of();
        }
        if (!replace) {
            return List.of(
                    "The database " + connection.getMetaData().getURL() + " is not empty (it has " + tables.size()
                            + " tables). Use an empty database, or add --replace to delete all of its contents.");
        }
        List<String> nodes = LiveNodes.of(connection);
        return nodes.isEmpty()
                ? List.of()
                : List.of("Tidemark is running on this database (" + String.join(", ", nodes)
                        + "). Stop it on all nodes, and try again.");
    }
}
