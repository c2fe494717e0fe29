package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The disk of the data directory. */
record DataDisk(Path folder) {
    /** Browser profiles of one check and the log need about this much. */
    private static final long MINIMUM_BYTES = 50_000_000;

    private static final byte[] BLOCK = new byte[1 << 16];

    /**
     * @param freeBytes that this process can use
     * @param problem why nothing can be stored; empty if it can
     */
    record State(long freeBytes, Optional<String> problem) {}

    /** Writes a file: quotas, a lack of inodes, and a disk that is mounted read-only do not show in the free space. */
    State state() {
        long free = folder.toFile().getUsableSpace();
        if (Files.isDirectory(folder) && free < MINIMUM_BYTES) {
            return new State(
                    free,
                    Optional.of(LocalizedMessage.of("disk.reason.full", MINIMUM_BYTES / 1_000_000)
                            .toString()));
        }
        try {
            Path file = Files.createTempFile(folder, ".health-", ".tmp");
            try {
                Files.write(file, BLOCK, StandardOpenOption.SYNC);
            } finally {
                Files.delete(file);
            }
            return new State(free, Optional.empty());
        } catch (IOException failed) {
            return new State(free, Optional.of(reason(failed)));
        }
    }

    private static String reason(IOException failed) {
        return failed instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }
}
