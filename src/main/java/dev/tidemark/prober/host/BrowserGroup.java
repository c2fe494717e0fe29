package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;

/**
 * The control group of one browser and its driver. Memory is limited for all of its processes together, and beyond the limit the
 * kernel ends all of them, not a part that the others wait for.
 */
public final class BrowserGroup implements AutoCloseable {

    static final String PREFIX = "browser-";

    private static final Logger LOG = Logger.getLogger(BrowserGroup.class.getName());
    /** Above what {@link BrowserMemoryMonitor} permits, which tells the page that used it. */
    private static final long MAX_BYTES = 4L << 30;
    /** Threads count as well; a browser has about 100. */
    private static final int MAX_PROCESSES = 4096;

    private static final int MAX_ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 20;

    private final Path folder;

    private BrowserGroup(Path folder) {
        this.folder = folder;
    }

    static BrowserGroup create(Path folder) throws IOException {
        Files.createDirectories(folder);
        long memory = Math.min(MAX_BYTES, HostMemory.totalBytes() * 2 / 3);
        set(folder.resolve("memory.max"), memory);
        set(folder.resolve("memory.oom.group"), 1);
        set(folder.resolve("pids.max"), MAX_PROCESSES);
        return new BrowserGroup(folder);
    }

    private static void set(Path limit, long value) throws IOException {
        if (Files.exists(limit)) {
            Files.writeString(limit, String.valueOf(value));
        }
    }

    Path folder() {
        return folder;
    }

    /** Starts a program in this group. Before a change of the user, who must not write there. */
    public List<String> prefix() {
        return List.of(
                "/bin/sh",
                "-c",
                "echo $$ > \"$0\"; exec \"$@\"",
                folder.resolve("cgroup.procs").toString());
    }

    /** Ends all of its processes, also those that have left their parents, and removes it. */
    @Override
    public void close() {
        try {
            Path kill = folder.resolve("cgroup.kill");
            if (Files.exists(kill)) {
                Files.writeString(kill, "1");
            }
            for (int attempt = 0; Files.isDirectory(folder) && attempt < MAX_ATTEMPTS; attempt++) {
                if (!folder.toFile().delete()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (IOException failed) {
            LOG.warning(() -> "The control group " + folder + " cannot be removed: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
