package dev.tidemark.prober.host;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets only as many pages do their main work at once as the machine bears without one's numbers showing the other. A page
 * that merely waits to be sure of its TTI needs no turn, so the quiet tails of observations overlap.
 */
public final class LoadPermits {

    private final Semaphore free;

    public LoadPermits(int loadsAtOnce) {
        this.free = new Semaphore(loadsAtOnce, true);
    }

    /** Waits for a turn; to be given back once, by whoever took it. */
    public LoadPermit take() {
        free.acquireUninterruptibly();
        return new LoadPermit();
    }

    boolean isFree() {
        return free.availablePermits() > 0;
    }

    /** The right to load; giving it back twice is as good as once, and any thread may do it. */
    public final class LoadPermit implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        /**
         * Waits for another turn after this one was given back, but goes on without when it does not come in time: what is
         * late is worse than what is disturbed. Returns for how long.
         */
        public Duration again(Duration atMost) {
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
