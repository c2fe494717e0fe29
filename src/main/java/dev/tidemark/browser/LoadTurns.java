package dev.tidemark.browser;

import java.util.concurrent.Semaphore;

/**
 * Lets only as many pages do their main work at once as the machine bears without one's numbers showing the other. A page
 * that merely waits to be sure of its TTI needs no turn, so the quiet tails of observations overlap.
 */
final class LoadTurns {

    private final Semaphore free;

    LoadTurns(int loadsAtOnce) {
        this.free = new Semaphore(loadsAtOnce, true);
    }

    /** Waits for a turn; to be given back once, by whoever took it. */
    Turn take() {
        free.acquireUninterruptibly();
        return new Turn();
    }

    /** The right to load; giving it back twice is as good as once. */
    final class Turn implements AutoCloseable {
        private boolean over;

        @Override
        public void close() {
            if (!over) {
                over = true;
                free.release();
            }
        }
    }
}
