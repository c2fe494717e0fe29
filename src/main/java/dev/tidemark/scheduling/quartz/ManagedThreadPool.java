package dev.tidemark.scheduling.quartz;

import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.quartz.spi.ThreadPool;

/**
 * Quartz's thread pool on threads of the container, so that jobs have transactions and the application's context. It accepts
 * jobs until Quartz has ended: the server's managed executor rejects them as soon as a shutdown begins, and Quartz then sets all
 * triggers of the job to ERROR, on every node. Public because Quartz sets its names by reflection.
 */
public final class ManagedThreadPool implements ThreadPool {

    private static final Logger LOG = Logger.getLogger(ManagedThreadPool.class.getName());

    /** Runs have been handed over before, and their browsers closed. */
    private static final int SHUTDOWN_SECONDS = 10;

    private static final int IDLE_SECONDS = 60;
    private static final long PAUSE_MILLIS = 200;

    private final ThreadPoolExecutor executor;
    private final int size;
    private final Semaphore free;
    private volatile boolean closing;

    ManagedThreadPool(ThreadFactory threads, int size) {
        this.executor =
                new ThreadPoolExecutor(0, size + 1, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        this.size = size;
        this.free = new Semaphore(size);
    }

    @Override
    public boolean runInThread(Runnable job) {
        free.acquireUninterruptibly();
        executor.execute(() -> {
            try {
                job.run();
            } finally {
                free.release();
            }
        });
        return true;
    }

    /** 0 once the shutdown has begun: Quartz then acquires no further trigger, and goes to standby. */
    @Override
    public int blockForAvailableThreads() {
        while (!closing) {
            if (acquired()) {
                free.release();
                return Math.max(1, free.availablePermits());
            }
        }
        return 0;
    }

    /** Begins the shutdown: no trigger is acquired any more, but jobs of triggers that were acquired before are accepted. */
    void close() {
        closing = true;
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
            return false;
        }
    }

    @Override
    public void initialize() {}

    /** Quartz has ended its own thread before, so that no further job arrives. */
    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        executor.shutdown();
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
            if (!executor.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("Some runs did not end before the shutdown timeout; other nodes take them over");
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
