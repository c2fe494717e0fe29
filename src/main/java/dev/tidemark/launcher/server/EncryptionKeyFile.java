package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SecretFile;
import dev.tidemark.launcher.system.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key that encrypts secrets in the database: one key in Base64 per line, of which the first one encrypts, and the others decrypt
 * what was encrypted before a rotation. Generated once, and never overwritten.
 */
final class EncryptionKeyFile {
    private static final String NAME = "encryption.key";
    private static final String SETTING = "TIDEMARK_ENCRYPTION_KEY";
    private static final String FILE_SETTING = "TIDEMARK_ENCRYPTION_KEY_FILE";
    private static final int KEY_BYTES = 32;
    private static final String REMEDY = " Restore the file from a backup of this installation or from another node."
            + " Do not create a new one: without the key, the secrets in the database cannot be read.";

    private final Path file;

    private EncryptionKeyFile(Path file) {
        this.file = file;
    }

    /** The file of these settings; empty when the key itself is a setting. */
    static Optional<EncryptionKeyFile> of(Map<String, String> settings, Path data) {
        if (isSet(settings, SETTING)) {
            return Optional.empty();
        }
        Path file = isSet(settings, FILE_SETTING) ? Path.of(settings.get(FILE_SETTING)) : data.resolve(NAME);
        return Optional.of(new EncryptionKeyFile(file.toAbsolutePath().normalize()));
    }

    /** The settings with the key file, which is generated if it is the default one and does not exist. */
    static void provide(Map<String, String> settings, Path data) throws IOException {
        Optional<EncryptionKeyFile> key = of(settings, data);
        if (key.isPresent()) {
            Path file = key.get().file;
            if (!Files.exists(file) && !isSet(settings, FILE_SETTING)) {
                key.get().write(List.of(newKey()));
                Terminal.print(
                        "Generated the encryption key " + file + ". Keep a copy apart from the database backups.");
            }
            key.get().keys();
            settings.put(FILE_SETTING, file.toString());
        }
    }

    /** Puts a new key in front of the others. Running servers read the file within seconds and encrypt everything with the new key. */
    void rotate() throws IOException {
        keys();
        List<String> before = lines();
        String comment = "# since " + LocalDate.now(ZoneOffset.UTC);
        write(Stream.concat(Stream.of(comment, newKey()), before.stream()).toList());
    }

    Path path() {
        return file;
    }

    /** @throws LaunchException if the file has no key, or an invalid one */
    private List<String> keys() {
        List<String> keys = lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (keys.isEmpty()) {
            throw new LaunchException("The encryption key file " + file + " contains no key." + REMEDY);
        }
        keys.forEach(this::validate);
        return keys;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new LaunchException(
                    "Cannot read the encryption key file " + file + ": " + failed + "." + REMEDY, failed);
        }
    }

    private void validate(String key) {
        try {
            int bytes = Base64.getDecoder().decode(key).length;
            if (bytes != KEY_BYTES) {
                throw new LaunchException("The encryption key file " + file + " contains a key of " + bytes
                        + " bytes instead of " + KEY_BYTES + "." + REMEDY);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new LaunchException(
                    "The encryption key file " + file + " contains a key that is not Base64." + REMEDY);
        }
    }

    /** Complete or not at all: a killed process leaves the previous file. */
    private void write(List<String> lines) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        SecretFile.write(draft, String.join("\n", lines) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static boolean isSet(Map<String, String> settings, String name) {
        return !settings.getOrDefault(name, "").isBlank();
    }
}
