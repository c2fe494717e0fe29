package dev.tidemark.prober.browser;

import dev.tidemark.prober.page.PageSession;
import java.util.concurrent.locks.LockSupport;

/**
 * Processes the events of a page for a while without a call to the driver, each of which costs a millisecond on both
 * sides.
 */
record EventPump(PageSession stage) {

    private static final long POLL_NANOS = 100_000_000;
    /** Used in the idle phase, in which few events arrive and other pages need the machine. */
    private static final long NAP_NANOS = 150_000_000;
    /** Playwright polls for events every 10 ms. */
    private static final long NOTHING_CAME_NANOS = 8_000_000;

    void letIn(boolean quiet) {
        if (quiet) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        long end = System.nanoTime() + POLL_NANOS;
        long[] last = {System.nanoTime()};
        stage.listenUntil(() -> {
            long now = System.nanoTime();
            boolean nothingCame = quiet && now - last[0] > NOTHING_CAME_NANOS;
            last[0] = now;
            return now >= end || nothingCame;
        });
    }
}
