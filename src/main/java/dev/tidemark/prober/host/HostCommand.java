package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command with a clean environment, run until it exits or reaches a timeout. */
public record HostCommand(List<String> command, Map<String, String> environment) {

    private static final int MAX_OUTPUT = 100_000;

    public HostCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static HostCommand of(List<String> prefix, String... command) {
        return new HostCommand(
                Stream.concat(prefix.stream(), Stream.of(command)).toList(), CleanEnvironment.ofThisProcess());
    }

    boolean succeeds(Duration limit) {
        return run(limit).code() == 0;
    }

    /** Runs it and captures the end of its output. A missing program, a timeout and an interruption count as failure. */
    public Result run(Duration limit) {
        try {
            Path output = Files.createTempFile("tidemark-", ".out");
            try {
                return run(limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            return new Result(-1, String.valueOf(failed.getMessage()));
        }
    }

    private Result run(Duration limit, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(output.toFile());
        Process process = ReaperThreads.detached(builder::start);
        process.getOutputStream().close();
        boolean finished = finished(process, limit);
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        String end = text.substring(Math.max(0, text.length() - MAX_OUTPUT));
        return new Result(finished ? process.exitValue() : -1, end);
    }

    private static boolean finished(Process process, Duration limit) {
        boolean finished = false;
        try {
            finished = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!finished) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        return finished;
    }

    /** Path of a program in {@code PATH}. */
    static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Exit code, -1 for none, and the end of the output. */
    public record Result(int code, String output) {}
}
