package dev.tidemark.launcher.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Output of a child process in files that rotate by size, so that it cannot fill the disk. Keeps the last lines in memory. */
public final class RotatingLog implements AutoCloseable {
    private static final int BYTES_PER_FILE = 10_000_000;
    private static final int FILES = 5;
    private static final int REMEMBERED_LINES = 12;

    private final FileHandler handler;
    private final java.util.ArrayDeque<String> last = new java.util.ArrayDeque<>();

    /** @param name of the program; its files are {@code name.0.log} (newest) to {@code name.4.log} */
    public RotatingLog(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            handler = new FileHandler(folder.resolve(name + ".%g.log").toString(), BYTES_PER_FILE, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setFormatter(new Plain());
        } catch (IOException failed) {
            throw new LaunchException("Cannot write logs to " + folder + ": " + failed, failed);
        }
    }

    /** Reads the stream to its end on a separate thread. */
    public void copyFrom(InputStream stream) {
        Thread reader = new Thread(() -> copy(stream), "launch-log");
        reader.setDaemon(true);
        reader.start();
    }

    public synchronized void line(String text) {
        handler.publish(new LogRecord(Level.INFO, text));
        last.addLast(text);
        if (last.size() > REMEMBERED_LINES) {
            last.removeFirst();
        }
    }

    public synchronized String lastLines() {
        return String.join(System.lineSeparator(), last);
    }

    @Override
    public void close() {
        handler.close();
    }

    private void copy(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line(text);
            }
        } catch (IOException ended) {
            line("(end of output: " + ended.getMessage() + ")");
        }
    }

    private static final class Plain extends Formatter {
        @Override
        public String format(LogRecord entry) {
            return entry.getMessage() + System.lineSeparator();
        }
    }
}
