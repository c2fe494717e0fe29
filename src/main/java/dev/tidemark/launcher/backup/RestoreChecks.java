package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must be true of backup, program and database before a restore changes anything. */
record RestoreChecks(BackupFile backup, Connection connection) {
    /** A running node checks in every few seconds. */
    private static final String RUNNING_NODES = """
            SELECT string_agg(instance_name, ', ') FROM qrtz_scheduler_state
            WHERE last_checkin_time > extract(epoch FROM clock_timestamp() - interval '30 seconds') * 1000""";

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
        Map<String, Integer> known = new HashMap<>();
        new Schema(connection).known().forEach(migration -> known.put(migration.version(), migration.checksum()));
        Manifest manifest = backup.manifest();
        for (Manifest.Migration migration : manifest.migrations()) {
            if (!known.containsKey(migration.version())) {
                return List.of("The backup " + backup.path() + " was made by Tidemark " + manifest.product()
                        + " with database schema " + manifest.schema()
                        + ", which is newer than this version knows. Install Tidemark " + manifest.product()
                        + " or newer to restore it.");
            }
            if (!Objects.equals(known.get(migration.version()), migration.checksum())) {
                return List.of("The backup " + backup.path() + " was made by a build with another migration "
                        + migration.version() + ". Restore it with that build (Tidemark " + manifest.product() + ").");
            }
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
        if (tables.contains("qrtz_scheduler_state")) {
            String nodes = Sql.text(connection, RUNNING_NODES);
            if (nodes != null && !nodes.isEmpty()) {
                return List.of("Tidemark is running on this database (" + nodes
                        + "). Stop it on all nodes, and try again after 30 seconds.");
            }
        }
        return List.of();
    }
}
