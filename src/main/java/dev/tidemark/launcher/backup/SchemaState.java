package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The schema of a database compared with the migrations of this program.
 *
 * @param applied version of the last migration of the database; empty in an empty database
 * @param latest version of the last migration of this program
 * @param pending migrations that the next start runs
 * @param newer migrations of the database that this program does not have
 * @param changed migrations that are different in this program
 */
public record SchemaState(
        String applied, String latest, List<String> pending, List<String> newer, List<String> changed) {
    public SchemaState {
        pending = List.copyOf(pending);
        newer = List.copyOf(newer);
        changed = List.copyOf(changed);
    }

    /** Reads the state; changes nothing. */
    public static SchemaState of(Connection connection) throws SQLException {
        DatabaseContents contents = new DatabaseContents(connection);
        List<Manifest.Migration> applied =
                contents.allTables().contains(DatabaseContents.HISTORY) ? contents.migrations() : List.of();
        return of(applied, new Schema(connection).known());
    }

    static SchemaState of(List<Manifest.Migration> applied, List<Manifest.Migration> known) {
        Map<String, Integer> program = new LinkedHashMap<>();
        known.forEach(migration -> program.put(migration.version(), migration.checksum()));
        Map<String, Integer> pending = new LinkedHashMap<>(program);
        List<String> newer = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Manifest.Migration migration : applied) {
            if (!program.containsKey(migration.version())) {
                newer.add(migration.version());
            } else if (!Objects.equals(program.get(migration.version()), migration.checksum())) {
                changed.add(migration.version());
            }
            pending.remove(migration.version());
        }
        return new SchemaState(
                applied.isEmpty() ? "" : applied.get(applied.size() - 1).version(),
                known.get(known.size() - 1).version(),
                List.copyOf(pending.keySet()),
                newer,
                changed);
    }

    /** Why this program cannot use the database; empty if it can. */
    public Optional<String> problem() {
        if (!newer.isEmpty()) {
            return Optional.of(
                    "The database has schema version " + applied
                            + ", which is newer than this program knows (" + latest
                            + "). Start the version of Tidemark that upgraded the database, or restore a backup that was made before the upgrade.");
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The database was migrated by another build: migration "
                                + String.join(", ", changed)
                                + " differs. Start the build that migrated the database, or restore a backup that was made before.");
    }
}
