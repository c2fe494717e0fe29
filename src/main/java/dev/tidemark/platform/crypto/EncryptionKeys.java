package dev.tidemark.platform.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys of this process, from {@code TIDEMARK_ENCRYPTION_KEY} or the file {@code TIDEMARK_ENCRYPTION_KEY_FILE}. The file is read
 * again when it has changed, so that a new key needs no restart. Static, because entities encrypt their own columns.
 */
final class EncryptionKeys {

    private static final String KEY = "TIDEMARK_ENCRYPTION_KEY";
    private static final String KEY_FILE = "TIDEMARK_ENCRYPTION_KEY_FILE";

    private static KeyRing ring;
    private static String ringStamp;
    private static String chosen = "";

    private EncryptionKeys() {}

    /** @throws EncryptionKeyException when there is no valid key */
    static synchronized KeyRing current() {
        return ring == null ? refreshed() : ring;
    }

    /** Reads the setting or file again if it has changed; a file that has become invalid is rejected. */
    static synchronized KeyRing refreshed() {
        Optional<String> value = setting(KEY);
        Optional<Path> file = setting(KEY_FILE).map(Path::of);
        if (value.isEmpty() && file.isEmpty()) {
            throw new EncryptionKeyException("encryption.key.missing");
        }
        String stamp = value.orElseGet(() -> stamp(file.orElseThrow()));
        if (!stamp.equals(ringStamp)) {
            KeyRing read = KeyRing.parse(
                    value.orElseGet(() -> read(file.orElseThrow())),
                    value.isPresent() ? KEY : file.orElseThrow().toString());
            chosen = value.isPresent() ? "" : chosen;
            ring = read.encryptingWith(chosen);
            ringStamp = stamp;
        }
        return ring;
    }

    /** Encrypts with this key from now on, also after the file has changed. */
    static synchronized void encryptWith(String id) {
        chosen = id;
        ring = current().encryptingWith(id);
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException unreadable) {
            throw new EncryptionKeyException("encryption.key.unreadable", file, unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new EncryptionKeyException("encryption.key.unreadable", file, unreadable);
        }
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(
                        System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'))))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
