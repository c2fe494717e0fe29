package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Refuses to start with another encryption key than the one of the database, and to generate one for a database that has one. If the
 * database is not available, the server verifies its key later.
 */
final class EncryptionKeyGuard {
    private static final String SETTING = "TIDEMARK_ENCRYPTION_KEY";

    private EncryptionKeyGuard() {}

    /** @param settings with URL, user and password of the database; gets the path of the key file */
    static void provide(Map<String, String> settings, Path data) throws IOException {
        TreeSet<String> used = usedBy(settings);
        Optional<EncryptionKeyFile> file = EncryptionKeyFile.of(settings, data);
        if (file.isPresent()) {
            if (!used.isEmpty() && !file.get().exists()) {
                throw new LaunchException("The database is encrypted with the key " + String.join(", ", used)
                        + ", but the key file " + file.get().path() + " does not exist. Nothing was changed."
                        + EncryptionKeyFile.REMEDY);
            }
            file.get().provide(settings);
        }
        List<String> ids = file.map(EncryptionKeyFile::ids).orElseGet(() -> idsOf(settings.get(SETTING)));
        String origin = file.map(one -> one.path().toString()).orElse(SETTING);
        used.removeAll(ids);
        if (!used.isEmpty()) {
            throw new LaunchException(
                    "The database is encrypted with the key " + String.join(", ", used) + ", but "
                            + origin + " has the key " + String.join(", ", ids) + ". Nothing was changed. Replace "
                            + origin
                            + " with the key of the installation that uses this database: from another node, or from its backup.");
        }
    }

    private static List<String> idsOf(String setting) {
        return Arrays.stream(setting.split("[\\s,]+"))
                .filter(key -> !key.isEmpty())
                .map(key -> EncryptionKeyId.of(
                        key, SETTING, " A key has 32 bytes in Base64, as printed by: openssl rand -base64 32"))
                .toList();
    }

    /** Ids of the keys in use; none if there is no such table yet. */
    private static TreeSet<String> usedBy(Map<String, String> settings) {
        TreeSet<String> used = new TreeSet<>();
        try (Connection connection = ServerDatabase.connect(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM encryption_key WHERE retired_at IS NULL")) {
            while (rows.next()) {
                used.add(rows.getString(1));
            }
        } catch (SQLException unavailable) {
            return new TreeSet<>();
        }
        return used;
    }
}
