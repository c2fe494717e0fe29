package dev.tidemark.prober.page;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Serializes tasks that send commands: while a command waits for its response, events may arrive that require
 * further commands. Each task runs after the previous one, not nested in it. Confined to one thread.
 */
final class SerialQueue {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** Runs the task now, or after the current one. */
    void run(Runnable task) {
        waiting.add(task);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                runNow(next);
            }
        } finally {
            running = false;
        }
    }

    /** A request may have completed, or a target closed, before the command is sent; it is ignored then. */
    private static void runNow(Runnable task) {
        try {
            task.run();
        } catch (PlaywrightException targetGone) {
            if (!String.valueOf(targetGone.getMessage()).contains("Protocol error")) {
                throw targetGone;
            }
        }
    }
}
