package dev.tidemark.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The ids of the keys with which values of the database are encrypted: table {@code encryption_key}. */
record RegisteredKeys(Connection connection) {

    private static final String CHECK = "tidemark";

    /**
     * Registers the current key, unless the database is encrypted with a key that this node does not have.
     *
     * @throws EncryptionKeyException in that case; nothing has been changed
     */
    void register(KeyRing keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE encryption_key IN EXCLUSIVE MODE");
        }
        Map<String, String> used = used();
        TreeSet<String> unknown = new TreeSet<>(used.keySet());
        unknown.removeAll(keys.ids());
        if (!unknown.isEmpty()) {
            throw new EncryptionKeyException(
                    "encryption.key.other", String.join(", ", unknown), keys.origin(), String.join(", ", keys.ids()));
        }
        used.forEach((id, check) -> field(id).decrypt(check));
        String current = keys.current().id();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO encryption_key (id, check_value, registered_at) VALUES (?, ?, now())"
                        + " ON CONFLICT (id) DO UPDATE SET retired_at = NULL")) {
            insert.setString(1, current);
            insert.setString(2, field(current).encrypt(CHECK));
            insert.executeUpdate();
        }
    }

    /** Marks all keys but the current one as not used any more; returns how many were marked now. */
    int retireOthers(KeyRing keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE encryption_key SET retired_at = now() WHERE retired_at IS NULL AND id <> ?")) {
            update.setString(1, keys.current().id());
            return update.executeUpdate();
        }
    }

    private Map<String, String> used() throws SQLException {
        Map<String, String> used = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, check_value FROM encryption_key WHERE retired_at IS NULL ORDER BY registered_at")) {
            while (rows.next()) {
                used.put(rows.getString(1), rows.getString(2));
            }
        }
        return used;
    }

    private static EncryptedField field(String id) {
        return new EncryptedField("encryption_key", "check_value", id);
    }
}
