package dev.tidemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The build's folder: tests run in the project's. */
final class BuildDirectory {
    private BuildDirectory() {}

    static Path folder(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    /** A folder that is not there any more if it was. */
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
