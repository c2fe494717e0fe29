package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.backup.Manifest;
import java.util.Optional;

/** Says that a backup is of no use without the key that encrypts its secrets. */
final class KeyNotice {
    private KeyNotice() {}

    static Optional<String> of(Manifest manifest) {
        return manifest.encryptionKey().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Secrets in it are encrypted with the key " + manifest.encryptionKey()
                                + ", which is not in the backup. Keep a copy of the key in another place: without it, passwords and tokens of probes cannot be read.");
    }
}
