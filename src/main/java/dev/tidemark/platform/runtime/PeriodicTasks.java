package dev.tidemark.platform.runtime;

import dev.tidemark.platform.database.DatabaseMonitor;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs periodic tasks from startup to shutdown, each on its own thread, so that a slow task delays no other. Tasks wait until
 * the schema is up to date, and pause while the database is unavailable; a failure is logged once and retried. The server's managed scheduled executor is not used: it is
 * suspended first at shutdown and then logs an error for each task that is due (WFLYEE0110).
 */
@ApplicationScoped
public class PeriodicTasks {

    private static final int SHUTDOWN_SECONDS = 5;

    private final BooleanSupplier ready;

    @Resource
    private ManagedThreadFactory factory;

    private ScheduledThreadPoolExecutor threads;

    @Inject
    PeriodicTasks(SchemaMigration schema, DatabaseMonitor database) {
        this(() -> schema.isCurrent() && database.status().isAvailable(), null);
    }

    PeriodicTasks(BooleanSupplier ready, ThreadFactory threadFactory) {
        this.ready = ready;
        this.threads = threadFactory == null ? null : new ScheduledThreadPoolExecutor(0, threadFactory);
    }

    /**
     * Schedules a task with the pause also before its first run.
     *
     * @param pause from the end of one run to the start of the next
     * @param failureMessage logged when a run fails: a sentence that says what happens next
     */
    public void schedule(Duration pause, String failureMessage, PeriodicTask.Work work) {
        schedule(pause, pause, failureMessage, work);
    }

    /**
     * Schedules a task.
     *
     * @param initialDelay until the first run
     * @param pause from the end of one run to the start of the next
     * @param failureMessage logged when a run fails: a sentence that says what happens next
     */
    public synchronized void schedule(
            Duration initialDelay, Duration pause, String failureMessage, PeriodicTask.Work work) {
        if (threads == null) {
            threads = new ScheduledThreadPoolExecutor(0, factory);
        }
        threads.setCorePoolSize(threads.getCorePoolSize() + 1);
        threads.scheduleWithFixedDelay(
                new PeriodicTask(ready, failureMessage, work),
                initialDelay.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Stops before any bean is destroyed; runs in progress may finish. */
    synchronized void end(@Observes Shutdown shutdown) throws InterruptedException {
        if (threads != null) {
            threads.shutdown();
            threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        }
    }
}
