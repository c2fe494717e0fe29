package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.backup.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/** Says that the key that encrypts secrets in the database is needed, and is not in the backup. */
final class KeyNotice {
    private KeyNotice() {}

    static Optional<String> afterBackup(Manifest manifest) {
        return of(manifest)
                .map(
                        secrets -> secrets
                                + " Keep a copy of the key (by default encryption.key in the data directory) in another place: without it they cannot be read.");
    }

    static Optional<String> afterRestore(Manifest manifest, Path data) {
        return of(manifest)
                .map(secrets -> secrets + " Before you start Tidemark, copy the key file to "
                        + data.resolve("encryption.key") + ", or set TIDEMARK_ENCRYPTION_KEY_FILE.");
    }

    private static Optional<String> of(Manifest manifest) {
        return manifest.encryptionKey().isEmpty()
                ? Optional.empty()
                : Optional.of("Secrets in it are encrypted with the key " + manifest.encryptionKey()
                        + ", which is not in the backup.");
    }
}
