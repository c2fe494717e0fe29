package dev.tidemark.prober.browser;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Resources in use: memory (in MB) of the heap, this JVM, the drivers and the browsers; then counts.
 *
 * @param files in the browsers' temporary directory
 */
record ResourceUsage(
        double heap,
        double jvm,
        double drivers,
        double browsers,
        int processes,
        int descriptors,
        int threads,
        long files) {

    static final String HEAD = """
            | samples | failed | heap MB | JVM MB | drivers MB | browsers MB | processes | descriptors | threads | temporary files |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    static ResourceUsage now(Path scratch) throws IOException {
        System.gc();
        System.gc();
        List<ProcessHandle> below = ProcessHandle.current().descendants().toList();
        List<ProcessHandle> drivers = below.stream()
                .filter(one -> one.info().commandLine().orElse("").contains("run-driver"))
                .toList();
        double ofDrivers = megabytes(drivers.stream());
        return new ResourceUsage(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                megabytes(Stream.of(ProcessHandle.current())),
                ofDrivers,
                megabytes(below.stream()) - ofDrivers,
                below.size(),
                count(Path.of("/proc/self/fd")),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                files(scratch));
    }

    String row(Object samples, int failed) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.0f | %.0f | %.0f | %d | %d | %d | %d |%n",
                samples,
                failed,
                heap,
                jvm,
                drivers,
                browsers,
                processes,
                descriptors,
                threads,
                files);
    }

    private static double megabytes(Stream<ProcessHandle> processes) {
        return processes.mapToLong(one -> kilobytes(one.pid())).sum() / 1e3;
    }

    private static long kilobytes(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
