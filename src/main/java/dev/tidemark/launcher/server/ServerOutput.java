package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Console output of the server (warnings and above; everything else is in its log): printed, with the last lines
 * kept in memory.
 */
final class ServerOutput {
    private static final int REMEMBERED_LINES = 20;

    private final Deque<String> last = new ArrayDeque<>();

    private ServerOutput() {}

    static ServerOutput of(Process process) {
        ServerOutput output = new ServerOutput();
        Thread reader = new Thread(() -> output.copyFrom(process), "launch-server-output");
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    synchronized String lastLines() {
        return String.join(System.lineSeparator(), last);
    }

    private void copyFrom(Process process) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                Terminal.print(line);
            }
        } catch (IOException ended) {
            remember("(end of output: " + ended.getMessage() + ")");
        }
    }

    private synchronized void remember(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED_LINES) {
            last.removeFirst();
        }
    }
}
