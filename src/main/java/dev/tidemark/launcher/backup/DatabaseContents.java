package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables, partitions and sequences in the current schema of a database, from PostgreSQL's catalogs. */
record DatabaseContents(Connection connection) {
    static final String HISTORY = "flyway_schema_history";

    /** Tables with rows that belong to a running node, and are built anew by the next one. */
    private static final String TRANSIENT = "qrtz\\_%";

    /** All tables that a backup has, referenced tables before those that refer to them. */
    List<String> tables() throws SQLException {
        List<String> found = texts("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relname <> ? AND c.relname NOT LIKE ? ORDER BY c.relname""", HISTORY, TRANSIENT);
        return ReferenceOrder.of(found, references());
    }

    /** Every table, view and sequence of the schema, including the history of migrations. */
    List<String> allTables() throws SQLException {
        return texts("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
                ORDER BY c.relname""");
    }

    /** Stored columns, in their order. */
    List<String> columns(String table) throws SQLException {
        return texts("""
                SELECT attname FROM pg_attribute WHERE attrelid = format('%I.%I', current_schema(), ?::text)::regclass
                  AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum""", table);
    }

    List<Manifest.Partition> partitions(String table) throws SQLException {
        List<Manifest.Partition> partitions = new ArrayList<>();
        String sql = """
                SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = format('%I.%I', current_schema(), ?::text)::regclass AND c.relispartition ORDER BY c.relname""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    partitions.add(new Manifest.Partition(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return partitions;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : texts("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relkind = 'S' ORDER BY c.relname""")) {
            String sql = "SELECT last_value, is_called FROM " + Sql.quoted(name);
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    List<Manifest.Migration> migrations() throws SQLException {
        List<Manifest.Migration> migrations = new ArrayList<>();
        String sql = "SELECT version, checksum FROM " + HISTORY + " WHERE success AND version IS NOT NULL"
                + " ORDER BY installed_rank";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                migrations.add(new Manifest.Migration(rows.getString(1), (Integer) rows.getObject(2)));
            }
        }
        return migrations;
    }

    /** Ids of the keys that encrypt secrets in the database, comma-separated; empty without any. The keys are elsewhere. */
    String encryptionKeys() throws SQLException {
        return allTables().contains("encryption_key")
                ? String.join(", ", texts("SELECT id FROM encryption_key WHERE retired_at IS NULL ORDER BY id"))
                : "";
    }

    private Map<String, List<String>> references() throws SQLException {
        Map<String, List<String>> references = new LinkedHashMap<>();
        String sql = """
                SELECT c.relname, r.relname FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE k.contype = 'f' AND n.nspname = current_schema() AND c.oid <> r.oid""";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), unused -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
