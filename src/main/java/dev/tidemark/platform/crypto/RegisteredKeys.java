package dev.tidemark.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The ids of the keys with which values of the database are encrypted: table {@code encryption_key}. */
record RegisteredKeys(Connection connection) {

    private static final String CHECK = "tidemark";

    /**
     * Registers the keys of a node and decides which one encrypts: the newest one that all running nodes have.
     *
     * @return the first key of this node, if other nodes do not have it yet
     * @throws EncryptionKeyException when the database is encrypted with a key that this node does not have; nothing has been changed
     */
    Optional<PendingKey> register(KeyRing keys, String node) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE encryption_key IN EXCLUSIVE MODE");
        }
        LinkedHashMap<String, String> used = used();
        TreeSet<String> unknown = new TreeSet<>(used.keySet());
        unknown.removeAll(keys.ids());
        if (!unknown.isEmpty()) {
            throw new EncryptionKeyException(
                    "encryption.key.other", String.join(", ", unknown), keys.origin(), String.join(", ", keys.ids()));
        }
        used.forEach((id, check) -> field(id).decrypt(check));
        KeyHolders holders = new KeyHolders(connection);
        holders.announce(node, keys.ids());
        String first = keys.first().id();
        List<String> without = holders.without(first);
        boolean isNew = used.isEmpty() || !isRegistered(first);
        if (isNew && (used.isEmpty() || without.isEmpty())) {
            EncryptionKeys.encryptWith(first);
            insert(first);
            return Optional.empty();
        }
        EncryptionKeys.encryptWith(used.keySet().iterator().next());
        return isNew ? Optional.of(new PendingKey(first, keys.origin(), without)) : Optional.empty();
    }

    private void insert(String id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO encryption_key (id, check_value, registered_at) VALUES (?, ?, now())"
                        + " ON CONFLICT (id) DO UPDATE SET retired_at = NULL")) {
            insert.setString(1, id);
            insert.setString(2, field(id).encrypt(CHECK));
            insert.executeUpdate();
        }
    }

    private boolean isRegistered(String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM encryption_key WHERE id = ?")) {
            query.setString(1, id);
            return query.executeQuery().next();
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

    /** Id and check value of each key in use, the newest first. */
    private LinkedHashMap<String, String> used() throws SQLException {
        LinkedHashMap<String, String> used = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, check_value FROM encryption_key WHERE retired_at IS NULL ORDER BY registered_at DESC, id")) {
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
