package dev.tidemark.platform.crypto;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Entry point: checks the key of this node against the database, and encrypts what is not encrypted with the current key: after an
 * upgrade from a version that stored plain text, and after a rotation. Every batch is a transaction, so that an interrupted pass is
 * continued by the next one, on any node.
 */
public final class DatabaseEncryption {

    private static final Logger LOG = Logger.getLogger(DatabaseEncryption.class.getName());

    private final DataSource database;

    public DatabaseEncryption(DataSource database) {
        this.database = database;
    }

    /** @throws EncryptionKeyException when this node has no valid key */
    public static void requireKey() {
        EncryptionKeys.refreshed();
    }

    /** The id of the key that encrypts. */
    public static String currentKey() {
        return EncryptionKeys.refreshed().current().id();
    }

    /**
     * Registers the keys of this node and encrypts the remaining values.
     *
     * @param node the name of this node
     * @throws EncryptionKeyException when the database is encrypted with a key that this node does not have; nothing was changed
     */
    public void apply(String node) throws SQLException {
        register(node);
        encryptRemaining();
    }

    /**
     * Registers the keys of this node, and decides which one encrypts: a new one as soon as all running nodes have it.
     *
     * @param node the name of this node
     * @return what keeps a new key from being used
     * @throws EncryptionKeyException when the database is encrypted with a key that this node does not have; nothing was changed
     */
    public Optional<PendingKey> register(String node) throws SQLException {
        KeyRing keys = EncryptionKeys.refreshed();
        try (Connection connection = database.getConnection()) {
            return inTransaction(connection, () -> {
                Optional<PendingKey> pending = new RegisteredKeys(connection).register(keys, node);
                connection.commit();
                return pending;
            });
        }
    }

    /** Encrypts what is not encrypted with the current key. */
    public void encryptRemaining() throws SQLException {
        try (Connection connection = database.getConnection()) {
            inTransaction(connection, () -> {
                encryptRemaining(connection, EncryptionKeys.current());
                return Optional.empty();
            });
        }
    }

    private interface Work {
        Optional<PendingKey> run() throws SQLException;
    }

    private static Optional<PendingKey> inTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return work.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void encryptRemaining(Connection connection, KeyRing keys) throws SQLException {
        int remaining = 0;
        for (EncryptedColumn column : EncryptedColumn.ALL) {
            int changed = column.encryptRemaining(connection);
            if (changed > 0) {
                LOG.info(() -> "Encrypted " + changed + " values of " + column.table() + "." + column.column()
                        + " with key " + keys.current());
            }
            remaining += column.remaining(connection);
        }
        if (remaining == 0 && new RegisteredKeys(connection).retireOthers(keys) > 0) {
            connection.commit();
            LOG.info(() -> "All values are encrypted with key " + keys.current() + ". Earlier keys in " + keys.origin()
                    + " are needed only for backups from before the rotation.");
        }
    }
}
