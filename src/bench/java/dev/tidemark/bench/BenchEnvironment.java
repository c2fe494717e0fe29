package dev.tidemark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Date, commit and machine of a benchmark, for the page of the manual that it writes. */
public final class BenchEnvironment {

    private BenchEnvironment() {}

    /** "2026-11-21, commit 09b581a, 2 processors, load 0.2 per processor". */
    public static String now() {
        return LocalDate.now(Clock.systemUTC()) + ", commit " + commit() + ", " + machine();
    }

    private static String machine() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        return String.format(
                Locale.ROOT,
                "%d processors, load %.1f per processor%s",
                machine.getAvailableProcessors(),
                load,
                load > 1.5 ? " (**busy**)" : "");
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            throw new UncheckedIOException(noGit);
        }
    }
}
