package dev.tidemark.prober.host;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the number of pages that do their main work at the same time, so that they do not affect each other's
 * metrics. A page that only waits for its TTI to be confirmed needs no permit, so the idle phases of observations
 * overlap.
 */
public final class LoadPermits {

    private final Semaphore free;

    public LoadPermits(int loadsAtOnce) {
        this.free = new Semaphore(loadsAtOnce, true);
    }

    /** Waits for a permit, which its owner must release once. */
    public LoadPermit acquire() {
        free.acquireUninterruptibly();
        return new LoadPermit();
    }

    boolean isAvailable() {
        return free.availablePermits() > 0;
    }

    /** Permission to load; may be released more than once, by any thread. */
    public final class LoadPermit implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        /**
         * Waits for another permit after this one was released, but continues without one on a timeout: a
         * late sample is worse than a noisy one. Returns the waiting time.
         */
        public Duration reacquire(Duration atMost) {
            long start = System.nanoTime();
            if (!held.get()) {
                held.set(acquired(atMost));
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }

        private boolean acquired(Duration atMost) {
            try {
                return free.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                free.release();
            }
        }
    }
}
