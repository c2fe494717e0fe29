package dev.tidemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The build directory, relative to the project directory, in which tests run. */
final class BuildDirectory {
    private BuildDirectory() {}

    static Path folder(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    /** Deletes a directory and returns its path. */
    static Path emptied(String name) {
        Path folder = folder(name);
        if (Files.exists(folder)) {
            delete(folder);
        }
        return folder;
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
