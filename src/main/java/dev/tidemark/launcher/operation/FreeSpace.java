package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.backup.Manifest;
import dev.tidemark.launcher.backup.Progress;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Disk space for a restore to the embedded database. */
final class FreeSpace {
    /** Room for rows with their indexes and the write-ahead log: an estimate, on the safe side. */
    private static final int FACTOR = 3;
    /** An empty database. */
    private static final long BASE = 200_000_000;

    private FreeSpace() {}

    static void require(LauncherSettings settings, Manifest manifest) {
        Path existing = settings.data();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        long free = existing.toFile().getUsableSpace();
        long needed = BASE + FACTOR * manifest.bytes();
        if (settings.database().isEmpty() && free < needed) {
            throw new LaunchException("The restore needs about " + Progress.size(needed) + " in " + settings.data()
                    + ", and " + Progress.size(free)
                    + " are free. Nothing was changed. Free some space, or set TIDEMARK_DATA_DIR to a larger disk.");
        }
    }
}
