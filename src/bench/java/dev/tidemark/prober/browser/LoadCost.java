package dev.tidemark.prober.browser;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Resources used by an action, including all child processes of this JVM.
 *
 * @param jvmSeconds processor time of this JVM, without the threads that serve the page and without the JIT compiler, which
 *     is idle after the first minutes of a server
 * @param driverSeconds processor time of the Playwright driver
 * @param browserSeconds processor time of the browser processes
 */
record LoadCost(double jvmSeconds, double driverSeconds, double browserSeconds, double wallSeconds) {

    private static final double TICKS_PER_SECOND = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The cost of one execution, averaged over several. */
    static LoadCost of(int times, Runnable what) {
        LoadCost before = soFar();
        for (int n = 0; n < times; n++) {
            what.run();
        }
        LoadCost after = soFar();
        return new LoadCost(
                Math.max(0, after.jvmSeconds - before.jvmSeconds) / times,
                Math.max(0, after.driverSeconds - before.driverSeconds) / times,
                Math.max(0, after.browserSeconds - before.browserSeconds) / times,
                (after.wallSeconds - before.wallSeconds) / times);
    }

    double processorSeconds() {
        return jvmSeconds + driverSeconds + browserSeconds;
    }

    private static LoadCost soFar() {
        long self = ProcessHandle.current().pid();
        return new LoadCost(
                seconds(self, 2) - servingSeconds() - compilingSeconds(),
                secondsBelow(LoadCost::isDriver),
                secondsBelow(one -> !isDriver(one)),
                System.nanoTime() / 1e9);
    }

    private static double secondsBelow(Predicate<ProcessHandle> which) {
        return ProcessHandle.current()
                .descendants()
                .filter(which)
                .mapToDouble(one -> seconds(one.pid(), isDriver(one) ? 2 : 4))
                .sum();
    }

    private static boolean isDriver(ProcessHandle one) {
        return one.info().commandLine().orElse("").contains("run-driver");
    }

    /** From <a href="https://docs.kernel.org/scheduler/sched-stats.html">/proc/PID/task/TID/schedstat</a>, in ns. */
    private static double compilingSeconds() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(one -> text(one.resolve("comm")).matches("C[12] Compiler.*"))
                            .mapToLong(one -> Long.parseLong(
                                    text(one.resolve("schedstat")).split(" ")[0]))
                            .sum()
                    / 1e9;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            return "0 0 0";
        }
    }

    /**
     * From <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">/proc/PID/stat</a>: user and system time,
     * the four fields include those of terminated child processes.
     */
    private static double seconds(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(afterName, 11, 11 + fields)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double servingSeconds() {
        return Stream.of(THREADS.dumpAllThreads(false, false))
                        .filter(thread -> thread.getThreadName().startsWith("pool-")
                                || thread.getThreadName().startsWith("HTTP-Dispatcher"))
                        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
                        .sum()
                / 1e9;
    }
}
