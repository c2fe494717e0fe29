package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A Playwright driver, its browser and the browser's processes, whether or not they respond. Keeps track of known
 * processes, so that a browser whose driver exited (and which thereby lost its parent) is found as well.
 */
public final class ProcessTree {

    private static final Object START_LOCK = new Object();
    private static final long PAGE_BYTES = 4096;

    private final Map<Long, ProcessHandle> processes = new LinkedHashMap<>();

    private ProcessTree(List<ProcessHandle> roots) {
        roots.forEach(root -> processes.put(root.pid(), root));
    }

    /** Runs an action and returns the child processes of this JVM that it started; serialized, to distinguish them. */
    public static <T> Started<T> startedBy(Supplier<T> start) {
        synchronized (START_LOCK) {
            List<ProcessHandle> before = ProcessHandle.current().children().toList();
            T started = ReaperThreads.detached(start::get);
            List<ProcessHandle> made = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .filter(child ->
                            child.info().commandLine().orElse("run-driver").contains("run-driver"))
                    .toList();
            return new Started<>(started, new ProcessTree(made));
        }
    }

    public record Started<T>(T result, ProcessTree tree) {}

    /** Updates the set of processes; known inner nodes are not queried again, as each query takes milliseconds. */
    public synchronized List<ProcessHandle> update() {
        Set<Long> found = new HashSet<>();
        for (ProcessHandle known : List.copyOf(processes.values())) {
            if (!found.contains(known.pid())) {
                known.descendants().forEach(one -> {
                    found.add(one.pid());
                    processes.put(one.pid(), one);
                });
            }
        }
        processes.values().removeIf(one -> !one.isAlive());
        return List.copyOf(processes.values());
    }

    /** Sends SIGKILL to all processes, including stopped ones; returns when they have exited or after the timeout. */
    public void kill(Duration timeout) {
        List<ProcessHandle> all = update();
        all.forEach(ProcessHandle::destroyForcibly);
        update().forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            try {
                ReaperThreads.detached(one::onExit).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException running) {
                return;
            }
        }
    }

    /** Private memory of these processes in bytes; 0 where the system does not report it (no /proc). */
    public long privateBytes() {
        return update().stream().mapToLong(one -> privateBytes(one.pid())).sum();
    }

    private static long privateBytes(long pid) {
        try {
            String[] pages = Files.readString(Path.of("/proc", String.valueOf(pid), "statm"))
                    .split(" ");
            return (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE_BYTES;
        } catch (IOException gone) {
            return 0;
        }
    }
}
