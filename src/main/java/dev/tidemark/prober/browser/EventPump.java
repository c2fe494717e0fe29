package dev.tidemark.prober.browser;

import dev.tidemark.prober.page.PageSession;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Processes the events of a page for a while without a call to the driver, each of which costs a millisecond on both
 * sides.
 */
record EventPump(PageSession session) {

    private static final long POLL_NANOS = 100_000_000;
    /** Used in the idle phase, in which few events arrive and other pages need the CPU. */
    private static final long SLEEP_NANOS = 150_000_000;

    private static final long MAX_BEHIND_NANOS = 500_000_000;
    /** Playwright polls for events every 10 ms. */
    private static final long NO_EVENT_NANOS = 8_000_000;

    /** This process may be behind: a page is blocked only if its messages are missing after all events were processed. */
    void processWhile(BooleanSupplier messagesAreMissing) {
        long end = System.nanoTime() + MAX_BEHIND_NANOS;
        session.processEventsUntil(() -> !messagesAreMissing.getAsBoolean() || System.nanoTime() > end);
    }

    void process(boolean quiet) {
        if (quiet) {
            LockSupport.parkNanos(SLEEP_NANOS);
        }
        long end = System.nanoTime() + POLL_NANOS;
        long[] last = {System.nanoTime()};
        session.processEventsUntil(() -> {
            long now = System.nanoTime();
            boolean noEvent = quiet && now - last[0] > NO_EVENT_NANOS;
            last[0] = now;
            return now >= end || noEvent;
        });
    }
}
