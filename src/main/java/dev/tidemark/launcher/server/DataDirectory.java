package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of persistent data. Used by one Tidemark at a time; the lock is released when the process exits in
 * any way.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel channel;

    private DataDirectory(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws LaunchException if another Tidemark uses it, or if it is not writable */
    public static DataDirectory lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String owner = Files.readString(folder.resolve(LOCK)).strip();
                channel.close();
                throw new LaunchException(
                        "The data directory " + folder + " is in use by another Tidemark (process " + owner
                                + "). Stop that process, or use another data directory: TIDEMARK_DATA_DIR=/some/where.");
            }
            String owner = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(folder, channel);
        } catch (IOException failed) {
            throw new LaunchException(
                    "Cannot write to the data directory " + folder + ": " + failed
                            + ". Make it writable, or use another data directory: TIDEMARK_DATA_DIR=/some/where.",
                    failed);
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return false;
        }
    }
}
