package dev.tidemark.prober.page;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Work that sends: sending waits for an answer, and events that ask for more come in meanwhile. Each piece is done after
 * the one before it and not within it. Confined to one thread.
 */
final class SerialQueue {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    /** Does it now, or after what is being done. */
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

    /** A request may be over, or a target gone, before it is spoken to; then there is nothing to do for it. */
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
