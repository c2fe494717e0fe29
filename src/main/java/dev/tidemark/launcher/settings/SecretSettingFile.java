package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that {@code TIDEMARK_..._FILE} names: its content without the line break at the end is the secret. */
final class SecretSettingFile {
    private static final long MAX_BYTES = 65_536;

    private SecretSettingFile() {}

    /** @throws LaunchException with the reason, without the content */
    static String read(String name, String path) {
        try {
            Path file = Path.of(path);
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                throw invalid(name, path, "is larger than 64 KiB");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("(\\r?\\n)+$", "");
            if (text.isBlank()) {
                throw invalid(name, path, "is empty");
            }
            if (text.indexOf('\0') >= 0) {
                throw invalid(name, path, "is not a text file");
            }
            return text;
        } catch (NoSuchFileException missing) {
            throw invalid(name, path, "does not exist");
        } catch (AccessDeniedException denied) {
            throw invalid(name, path, "cannot be read by the user " + System.getProperty("user.name"));
        } catch (CharacterCodingException invalid) {
            throw invalid(name, path, "is not encoded as UTF-8");
        } catch (IOException | InvalidPathException failed) {
            throw invalid(name, path, "cannot be read (" + failed.getMessage() + ")");
        }
    }

    private static LaunchException invalid(String name, String path, String reason) {
        return new LaunchException(name + " names the file " + path + ", which " + reason
                + ". Name a readable file that contains only the secret.");
    }
}
