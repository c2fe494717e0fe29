package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.LaunchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses to start with another encryption key than that of the database. The server checks this too, with the encrypted values. */
final class KeyGuard {
    private static final int ID_BYTES = 4;

    private KeyGuard() {}

    /** @param settings with the key or its file */
    static void require(Connection connection, Map<String, String> settings) throws SQLException {
        Set<String> used = used(connection);
        if (used.isEmpty()) {
            return;
        }
        List<String> keys = EncryptionKeyFile.of(settings, Path.of(""))
                .map(EncryptionKeyFile::keys)
                .orElseGet(
                        () -> Stream.of(settings.get("TIDEMARK_ENCRYPTION_KEY").split(","))
                                .map(String::strip)
                                .toList());
        Set<String> ids = keys.stream().map(KeyGuard::id).collect(Collectors.toCollection(TreeSet::new));
        if (!ids.containsAll(used)) {
            String origin = EncryptionKeyFile.of(settings, Path.of(""))
                    .map(file -> file.path().toString())
                    .orElse("TIDEMARK_ENCRYPTION_KEY");
            throw new LaunchException(
                    "The database is encrypted with key " + String.join(", ", used) + ", but " + origin
                            + " has key " + String.join(", ", ids)
                            + ". Nothing was changed. Replace it with the key file of the node"
                            + " that uses this database, or with the copy that was kept apart from the backup.");
        }
    }

    private static Set<String> used(Connection connection) throws SQLException {
        Set<String> used = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            if (isEmpty(statement)) {
                return used;
            }
            try (ResultSet rows = statement.executeQuery("SELECT id FROM encryption_key WHERE retired_at IS NULL")) {
                while (rows.next()) {
                    used.add(rows.getString(1));
                }
            }
        }
        return used;
    }

    /** Before the version that encrypts. */
    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery("SELECT to_regclass('encryption_key')")) {
            return !table.next() || table.getString(1) == null;
        }
    }

    /** As in {@code platform.crypto.EncryptionKey}. */
    private static String id(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("tidemark-encryption-key-id".getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Base64.getDecoder().decode(key.replace('-', '+').replace('_', '/'));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }
}
