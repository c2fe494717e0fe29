package dev.tidemark.it.malformed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidemark.it.ServerProcess;
import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the process of the server uses, as the JDK's tools and its log say. */
final class ServerUsage {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern THREAD = Pattern.compile("^\"(.+)\" #.* cpu=([0-9.]+)ms", Pattern.MULTILINE);
    private static final int WINDOW_SECONDS = 2;
    private static final int MAX_WINDOWS = 5;
    /** Of the JVM, which compiles what was used often. */
    private static final String COMPILER = "CompilerThread";

    private final TestServer server;
    private final ServerProcess process;

    ServerUsage(TestServer server) {
        this.server = server;
        this.process = ServerProcess.withData(server.settings().get("TIDEMARK_DATA_DIR"));
    }

    /** After two full collections. */
    long heapKilobytes() throws IOException {
        process.jcmd("GC.run");
        process.jcmd("GC.run");
        String heap = process.jcmd("GC.heap_info").replaceFirst("(?s)Metaspace.*", "");
        return USED.matcher(heap)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** Threads that do not stop working, with the milliseconds of two seconds. Others may have some work left, at most for some seconds. */
    Map<String, Double> busyThreads() throws IOException, InterruptedException {
        Map<String, Double> busy = busyForSomeTime();
        for (int window = 0; window < MAX_WINDOWS && !busy.isEmpty(); window++) {
            busy.keySet().retainAll(busyForSomeTime().keySet());
        }
        return busy;
    }

    private Map<String, Double> busyForSomeTime() throws IOException, InterruptedException {
        Map<String, Double> before = processorTimes();
        TimeUnit.SECONDS.sleep(WINDOW_SECONDS);
        Map<String, Double> busy = new TreeMap<>();
        processorTimes().forEach((name, millis) -> {
            double used = millis - before.getOrDefault(name, millis);
            if (used > 800.0 * WINDOW_SECONDS && !name.contains(COMPILER)) {
                busy.put(name, used);
            }
        });
        return busy;
    }

    private Map<String, Double> processorTimes() throws IOException {
        Map<String, Double> times = new TreeMap<>();
        for (MatchResult found :
                THREAD.matcher(process.jcmd("Thread.print")).results().toList()) {
            times.merge(found.group(1), Double.parseDouble(found.group(2)), Double::sum);
        }
        return times;
    }

    /** Of all files of the server's log. */
    long logLines() throws IOException {
        long lines = 0;
        for (Path file : logFiles()) {
            try (Stream<String> all = Files.lines(file, ISO_8859_1)) {
                lines += all.count();
            }
        }
        return lines;
    }

    /** Whether a line of the log contains a text. */
    boolean logged(String text) throws IOException {
        for (Path file : logFiles()) {
            if (Files.readString(file, ISO_8859_1).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private Iterable<Path> logFiles() throws IOException {
        try (Stream<Path> files = Files.list(server.logFolder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("server.log"))
                    .toList();
        }
    }
}
