package dev.tidemark.launcher.backup;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports long work every few seconds: nothing for short work. */
public final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1_000_000;

    private final Consumer<String> lines;
    private String activity = "";
    private long bytes;
    private long reportedAt = System.nanoTime();

    /** @param lines receives each line */
    public Progress(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Begins a part of the work: {@code Saving table sample}. */
    void begin(String part) {
        activity = part;
        bytes = 0;
    }

    void add(int more) {
        bytes += more;
        long now = System.nanoTime();
        if (now - reportedAt > PAUSE.toNanos()) {
            reportedAt = now;
            lines.accept(activity + " ... " + size(bytes));
        }
    }

    /** A size as {@code 12.4 MB}. */
    public static String size(long bytes) {
        if (bytes < MEGABYTE / 10) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
        }
        return bytes < 1000 * MEGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.2f GB", bytes / (1000 * MEGABYTE));
    }
}
