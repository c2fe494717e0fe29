package dev.tidemark.prober.host;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Acts when a sample takes longer than any sample may. Its thread is its own: it must come through also when every managed
 * thread is busy, and what it does may not wait for anything.
 */
public final class SampleDeadline implements AutoCloseable {

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "tidemark-deadline");
        thread.setDaemon(true);
        return thread;
    });

    public Future<?> after(Duration limit, Runnable action) {
        return watch.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
