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
    private boolean working;

    /** Runs the task now, or after the current one. */
    void take(Runnable work) {
        waiting.add(work);
        if (working) {
            return;
        }
        working = true;
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                attempt(next);
            }
        } finally {
            working = false;
        }
    }

    /** A request may have completed, or a target closed, before the command is sent; it is ignored then. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (PlaywrightException gone) {
            if (!String.valueOf(gone.getMessage()).contains("Protocol error")) {
                throw gone;
            }
        }
    }
}
