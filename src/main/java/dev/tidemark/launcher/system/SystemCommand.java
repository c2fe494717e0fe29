package dev.tidemark.launcher.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An operating-system command, run until it exits or reaches a timeout. */
public record SystemCommand(List<String> command, Map<String, String> environment) {
    /** Maximum length of the output that is kept for a message. */
    private static final int MAX_OUTPUT = 2000;

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    public SystemCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static SystemCommand of(String... command) {
        return new SystemCommand(List.of(command), Map.of());
    }

    /** The same command, started by another one: {@code sudo -n apt-get ...}. */
    public SystemCommand prefixedBy(List<String> prefix) {
        return new SystemCommand(
                Stream.concat(prefix.stream(), command.stream()).toList(), environment);
    }

    public SystemCommand with(String variable, String value) {
        Map<String, String> more = new java.util.HashMap<>(environment);
        more.put(variable, value);
        return new SystemCommand(command, more);
    }

    /** Runs the command and captures its output, truncated. A missing program or a timeout counts as failure. */
    public Ended run(Duration limit) {
        try {
            Path output = Files.createTempFile("tidemark-", ".out");
            try {
                return run(limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            return new Ended(-1, String.valueOf(failed.getMessage()));
        }
    }

    private Ended run(Duration limit, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean finished = awaitEnd(process, limit);
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        String kept = text.length() <= MAX_OUTPUT ? text : text.substring(text.length() - MAX_OUTPUT);
        return finished
                ? new Ended(process.exitValue(), kept)
                : new Ended(-1, kept + " (stopped after " + limit.toSeconds() + " s)");
    }

    private static boolean awaitEnd(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stop(process.toHandle());
        return false;
    }

    /** Stops the process and its children; returns when they have exited, or after a timeout. */
    private static void stop(ProcessHandle program) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(program), program.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Path of a program, searched in {@code PATH}. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command prefix that detaches a program from the terminal, so that Ctrl-C reaches the launcher only. */
    public static List<String> detached() {
        return find("setsid").map(Path::toString).map(List::of).orElse(List.of());
    }

    /** The same command with a prefix. */
    public static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** Result of a program: its exit code and the end of its output. */
    public record Ended(int code, String output) {
        public boolean succeeded() {
            return code == 0;
        }
    }
}
