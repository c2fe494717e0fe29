package dev.tidemark.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file with the user and token that the product generates at its first start. */
final class InitialCredentialsFile {
    private InitialCredentialsFile() {}

    static Optional<Path> of(Path data) {
        return Optional.of(data.resolve("first-login.txt")).filter(Files::exists);
    }

    static Optional<String> readAndDelete(Path data) {
        Path file = data.resolve("first-login.txt");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file).strip();
            Files.delete(file);
            return Optional.of(text);
        } catch (IOException failed) {
            return Optional.of("Stored in " + file + " (cannot be displayed: " + failed.getMessage() + ")");
        }
    }
}
