package dev.tidemark.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for browsers' temporary profiles, which a killed browser leaves behind. Each is named after the JVM that made it. */
final class Scratch {

    private static final String PREFIX = "of-";

    private Scratch() {}

    static Path make(Path parent) {
        try {
            Files.createDirectories(parent);
            return Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException("no temporary folder can be made in " + parent, failed);
        }
    }

    /** Removes what dead JVMs left. */
    static void sweep(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(Scratch::isOrphan).forEach(Scratch::remove);
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder " + parent + " cannot be read", failed);
        }
    }

    private static boolean isOrphan(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "\\d+-.*")) {
            return false;
        }
        long pid = Long.parseLong(name.split("-")[1]);
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    /** Removes as much as can be: a dying process may still write. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillWrittenTo) {
            folder.toFile().deleteOnExit();
        }
    }
}
