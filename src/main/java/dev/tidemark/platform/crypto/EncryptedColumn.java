package dev.tidemark.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A column whose values are encrypted. Encrypts the values that an earlier version stored as plain text, or that were encrypted with
 * an earlier key.
 *
 * @param key the primary key as an SQL expression of type text, which is the row of its {@link EncryptedField}s
 * @param where which rows have a value to encrypt
 * @param source where the value is: in the column itself, or in the one of an earlier version as long as the column is null
 * @param hashColumn the column of the keyed hash by which equal values are found
 */
record EncryptedColumn(
        String table, String key, String column, String where, String source, Optional<String> hashColumn) {

    /** All of them. A new encrypted column gets a line here. */
    static final List<EncryptedColumn> ALL = List.of(
            new EncryptedColumn("probe", "slug", "definition"),
            new EncryptedColumn("contact_group", "id", "definition"),
            new EncryptedColumn("secret", "name", "value"),
            new EncryptedColumn("link_key", "id::text", "key"),
            new EncryptedColumn("second_factor", "account", "secret"),
            new EncryptedColumn(
                    "notification",
                    "id::text",
                    "recipient_url",
                    "channel = 'WEBHOOK'",
                    "coalesce(recipient_url,recipient)",
                    Optional.of("recipient")));

    private static final Logger LOG = Logger.getLogger(EncryptedColumn.class.getName());
    private static final int BATCH = 200;

    private EncryptedColumn(String table, String key, String column) {
        this(table, key, column, "TRUE", column, Optional.empty());
    }

    /** Encrypts all remaining values with the current key, in batches that are committed separately; returns their number. */
    int encryptRemaining(Connection connection) throws SQLException {
        int changed = 0;
        SortedMap<String, String> rows = rows(connection, "");
        while (!rows.isEmpty()) {
            for (var row : rows.entrySet()) {
                changed += encrypt(connection, row.getKey(), row.getValue());
            }
            connection.commit();
            rows = rows(connection, rows.lastKey());
        }
        return changed;
    }

    /** Number of values that are not encrypted with the current key. */
    int remaining(Connection connection) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE " + remainingCondition())) {
            count.setString(1, EncryptedField.currentPrefix());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private int encrypt(Connection connection, String row, String stored) throws SQLException {
        EncryptedField field = new EncryptedField(table, column, row);
        String hash = hashColumn.map(name -> ", " + name + " = ?").orElse("");
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table + " SET " + column + " = ?" + hash + " WHERE " + key + " = ?")) {
            String value = field.decrypt(stored);
            int parameter = 1;
            update.setString(parameter++, field.encrypt(value));
            if (hashColumn.isPresent()) {
                update.setString(parameter++, field.hash(value));
            }
            update.setString(parameter, row);
            return update.executeUpdate();
        } catch (EncryptionKeyException undecipherable) {
            LOG.log(Level.SEVERE, undecipherable, () -> "Not re-encrypted: " + field);
            return 0;
        }
    }

    /**
     * The next rows, by key in the order of bytes. They are locked, so that nobody changes them meanwhile; those that another node has
     * locked are left for a later pass.
     */
    private SortedMap<String, String> rows(Connection connection, String after) throws SQLException {
        SortedMap<String, String> rows = new TreeMap<>();
        String sql = """
                SELECT %1$s, %2$s FROM %3$s WHERE %4$s AND %1$s COLLATE "C" > ?
                ORDER BY %1$s COLLATE "C" LIMIT %5$d FOR UPDATE SKIP LOCKED""";
        try (PreparedStatement select =
                connection.prepareStatement(sql.formatted(key, source, table, remainingCondition(), BATCH))) {
            select.setString(1, EncryptedField.currentPrefix());
            select.setString(2, after);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getString(2));
                }
            }
        }
        return rows;
    }

    private String remainingCondition() {
        return where + " AND NOT starts_with(coalesce(" + column + ", ''), ?)";
    }
}
