package dev.tidemark.prober.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resource limits of browser processes, as a command prefix: writable memory of each process, no core files (they
 * contain the memory of pages), and the first victim when the machine runs out of memory. With a user of their own
 * also the number of processes and threads. Limits that this system does not support are left out.
 *
 * <p>Address space is not limited, as V8 reserves far more of it than it uses.
 */
final class ProcessLimits {

    /**
     * More than twice of what {@link BrowserMemoryMonitor} permits for the whole browser: the limit counts reserved memory, too, and
     * a page whose allocations fail would never reach what the monitor watches for.
     */
    private static final long MAX_DATA_BYTES = 8L << 30;
    /** A browser has about 100 threads; this stops a fork bomb. */
    private static final int MAX_PROCESSES = 8192;

    private static final int OUT_OF_MEMORY_SCORE = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private ProcessLimits() {}

    /** @param ownUser whether the processes run as a user that runs nothing else */
    static List<String> prefix(boolean ownUser) {
        List<String> prefix = new ArrayList<>();
        prefix.addAll(usable("choom", List.of("-n", String.valueOf(OUT_OF_MEMORY_SCORE), "--")));
        List<String> limits = new ArrayList<>(List.of("--core=0", "--data=" + MAX_DATA_BYTES));
        if (ownUser) {
            limits.add("--nproc=" + MAX_PROCESSES);
        }
        prefix.addAll(usable("prlimit", limits));
        return List.copyOf(prefix);
    }

    private static List<String> usable(String program, List<String> arguments) {
        Optional<Path> found = HostCommand.find(program);
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> prefix = new ArrayList<>(List.of(found.get().toString()));
        prefix.addAll(arguments);
        return HostCommand.of(prefix, "true").succeeds(TIMEOUT) ? prefix : List.of();
    }
}
