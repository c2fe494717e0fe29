package dev.tidemark.security.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials generated at the first start. They are written to a file that the launcher shows once and deletes; after that
 * only hashes exist.
 */
record InitialCredentials(String user, Optional<String> password, Optional<String> token) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    boolean isEmpty() {
        return password.isEmpty() && token.isEmpty();
    }

    /** Lines {@code user: ...}, {@code password: ...}, {@code token: ...}, of which only generated values are written. */
    String text() {
        return password.map(secret -> "user: " + user + "\npassword: " + secret + "\n")
                        .orElse("")
                + token.map(secret -> "token: " + secret + "\n").orElse("");
    }

    void writeTo(Path directory) throws IOException {
        Path file = directory.resolve("first-login.txt");
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, text());
    }
}
