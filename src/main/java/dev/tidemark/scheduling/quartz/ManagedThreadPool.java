package dev.tidemark.scheduling.quartz;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quartz.spi.ThreadPool;

/**
 * Quartz's thread pool over the container's executor, so that jobs have transactions and the application's context. Public
 * because Quartz sets its names by reflection.
 */
public final class ManagedThreadPool implements ThreadPool {

    private static final Logger LOG = Logger.getLogger(ManagedThreadPool.class.getName());

    private final Executor executor;
    private final int size;
    private final Semaphore free;
    private volatile boolean closed;

    ManagedThreadPool(Executor executor, int size) {
        this.executor = executor;
        this.size = size;
        this.free = new Semaphore(size);
    }

    @Override
    public boolean runInThread(Runnable job) {
        if (closed || !free.tryAcquire()) {
            return false;
        }
        try {
            executor.execute(() -> {
                try {
                    job.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, e, () -> "The managed executor rejects new tasks; the run is left to another node");
            free.release();
            return false;
        }
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        closed = true;
        if (waitForJobsToComplete) {
            awaitJobs();
        }
    }

    @Override
    public int getPoolSize() {
        return size;
    }

    @Override
    public void setInstanceId(String instanceId) {}

    @Override
    public void setInstanceName(String instanceName) {}

    private void awaitJobs() {
        try {
            if (!free.tryAcquire(size, 10, TimeUnit.SECONDS)) {
                LOG.warning(
                        "Some runs did not finish before the shutdown timeout; they are recovered after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
