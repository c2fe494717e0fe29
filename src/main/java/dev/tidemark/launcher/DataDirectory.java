package dev.tidemark.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that keeps everything between starts. One Tidemark at a time: the lock goes with the process, however it ends. */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel channel;

    private DataDirectory(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataDirectory lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String owner = Files.readString(folder.resolve(LOCK)).strip();
                channel.close();
                throw new LaunchException("Another Tidemark (process " + owner + ") uses the data directory " + folder
                        + ". End it, or give this one a directory of its own:"
                        + " TIDEMARK_DATA_DIR=/some/where mvn -Pstart");
            }
            String owner = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(folder, channel);
        } catch (IOException failed) {
            throw new LaunchException(
                    "The data directory " + folder + " cannot be used: " + failed
                            + ". Make it writable, or set TIDEMARK_DATA_DIR to another one.",
                    failed);
        }
    }

    Path folder() {
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
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }
}
