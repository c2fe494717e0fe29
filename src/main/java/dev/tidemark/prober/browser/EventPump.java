package dev.tidemark.prober.browser;

import dev.tidemark.prober.page.PageSession;
import java.util.concurrent.locks.LockSupport;

/** Lets a page's events in for a while. The driver is not asked to wait: each such call costs it and us a millisecond. */
record EventPump(PageSession stage) {

    private static final long POLL_NANOS = 100_000_000;
    /** In the quiet tail, in which little comes and the machine belongs to other pages. */
    private static final long NAP_NANOS = 150_000_000;
    /** Playwright looks for 10 ms whether there is an event. */
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
