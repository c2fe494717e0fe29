package dev.tidemark.scheduling.quartz;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Starts and stops Quartz on this node. */
@ApplicationScoped
public class SchedulerLifecycle {

    /** More runs than browsers may be active, so that no browser is idle between two runs. */
    private static final int THREADS = 8;

    private static final Logger LOG = Logger.getLogger(SchedulerLifecycle.class.getName());

    private final SlotRunner runner;
    private final ScheduleSettings settings;

    @Resource(lookup = "java:jboss/datasources/TidemarkQuartz")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    private Scheduler scheduler;

    @Inject
    public SchedulerLifecycle(SlotRunner runner, ScheduleSettings settings) {
        this.runner = runner;
        this.settings = settings;
    }

    /** Starts Quartz unless it is running; throws while the database is unavailable or not migrated, and can be called again. */
    synchronized Scheduler started() throws SchedulerException {
        if (scheduler == null) {
            Scheduler fresh = QuartzSchedulerFactory.scheduler(
                    settings.location(), database, new ManagedThreadPool(executor, THREADS));
            fresh.setJobFactory(new QuartzJobFactory(Map.of(
                    SlotJob.class, () -> new SlotJob(runner, settings.location()),
                    RequestedRunJob.class, () -> new RequestedRunJob(runner))));
            fresh.start();
            scheduler = fresh;
        }
        return scheduler;
    }

    /** The running scheduler; empty until the start has succeeded. */
    synchronized Optional<Scheduler> running() {
        return Optional.ofNullable(scheduler);
    }

    @PreDestroy
    synchronized void stop() {
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, e, () -> "Quartz did not shut down cleanly; other nodes take over its jobs");
        }
    }
}
