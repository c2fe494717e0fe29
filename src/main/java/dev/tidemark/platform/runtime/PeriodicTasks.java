package dev.tidemark.platform.runtime;

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
 * Work that is done again and again from start to end, each on a thread of its own, so that a slow one delays no other. It waits
 * for the tables, and what fails is logged once and tried again. The server's scheduled executor is not used: at a stop it is
 * suspended first, and then logs an error for each task that comes due (WFLYEE0110).
 */
@ApplicationScoped
public class PeriodicTasks {

    private static final int SHUTDOWN_SECONDS = 5;

    private final BooleanSupplier ready;

    @Resource
    private ManagedThreadFactory factory;

    private ScheduledThreadPoolExecutor threads;

    @Inject
    PeriodicTasks(SchemaMigration schema) {
        this(schema::isCurrent, null);
    }

    PeriodicTasks(BooleanSupplier ready, ThreadFactory threadFactory) {
        this.ready = ready;
        this.threads = threadFactory == null ? null : new ScheduledThreadPoolExecutor(0, threadFactory);
    }

    /** @param failureMessage what is logged when it fails, a sentence that says what happens then */
    public void schedule(Duration pause, String failureMessage, PeriodicTask.Work work) {
        schedule(pause, pause, failureMessage, work);
    }

    /**
     * @param initialDelay from now until the first round
     * @param pause from the end of a round to the beginning of the next
     */
    public synchronized void schedule(Duration initialDelay, Duration pause, String failureMessage, PeriodicTask.Work work) {
        if (threads == null) {
            threads = new ScheduledThreadPoolExecutor(0, factory);
        }
        threads.setCorePoolSize(threads.getCorePoolSize() + 1);
        threads.scheduleWithFixedDelay(
                new PeriodicTask(ready, failureMessage, work), initialDelay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before any bean is gone; a round under way may end. */
    synchronized void end(@Observes Shutdown shutdown) throws InterruptedException {
        if (threads != null) {
            threads.shutdown();
            threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        }
    }
}
