package dev.tidemark.bench.sizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Memory of the processes that this one started: proportional set size, which counts shared pages once. */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Of those whose command line contains one of the words. */
    static double megabytes(String... words) {
        return ProcessHandle.current()
                        .descendants()
                        .filter(process -> Arrays.stream(words).anyMatch(commandLine(process)::contains))
                        .mapToLong(process -> kilobytes(process.pid()))
                        .sum()
                / 1e3;
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static long kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
