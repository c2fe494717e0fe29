package dev.tidemark.prober.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Directory of temporary browser profiles, which a killed browser leaves behind. There is one per JVM, as Playwright
 * uses the environment of the first driver (and its TMPDIR) for all later ones.
 */
public final class TempDirectory {

    private static final String PREFIX = "of-";

    private static Path ofThisJvm;

    private TempDirectory() {}

    /** The directory, created again if it was removed. The parent of the first call is used. */
    public static synchronized Path folder(Path parent) {
        try {
            if (ofThisJvm == null) {
                ofThisJvm = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-profiles");
            }
            return Files.createDirectories(ofThisJvm);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot create a temporary directory in " + parent, failed);
        }
    }

    public static Set<Path> content(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the directory " + folder, failed);
        }
    }

    /** Removes directories of JVMs that no longer run. */
    public static void removeOrphans(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(TempDirectory::isOrphan).forEach(TempDirectory::remove);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the directory " + parent, failed);
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

    /** Removes as much as possible: a terminating process may still write. */
    public static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            folder.toFile().deleteOnExit();
        }
    }
}
