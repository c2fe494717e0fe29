package dev.tidemark.prober.host;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action when a sample exceeds its maximum duration. Owns its thread, as it must run even if every managed
 * thread is busy; the action must not block.
 */
public final class SampleDeadline implements AutoCloseable {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "tidemark-deadline");
        thread.setDaemon(true);
        return thread;
    });

    public Future<?> after(Duration limit, Runnable action) {
        return scheduler.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
