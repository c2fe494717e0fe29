package dev.tidemark.scheduling.quartz;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private ManagedThreadFactory threads;

    private volatile Scheduler scheduler;
    private ManagedThreadPool pool;
    private volatile boolean stopping;

    @Inject
    public SchedulerLifecycle(SlotRunner runner, ScheduleSettings settings) {
        this.runner = runner;
        this.settings = settings;
    }

    /** Starts Quartz unless it is running; throws while the database is unavailable or not migrated, and can be called again. */
    synchronized Scheduler started() throws SchedulerException {
        if (stopping) {
            throw new SchedulerException("This node is stopping");
        }
        if (scheduler == null) {
            pool = new ManagedThreadPool(threads, THREADS);
            Scheduler fresh = QuartzSchedulerFactory.scheduler(settings.location(), database, pool);
            fresh.setJobFactory(new QuartzJobFactory(Map.of(
                    SlotJob.class, () -> new SlotJob(runner, settings.location()),
                    RequestedRunJob.class, () -> new RequestedRunJob(runner))));
            fresh.start();
            scheduler = fresh;
        }
        return scheduler;
    }

    /** The running scheduler; empty until the start has succeeded, and when this node is stopping. */
    Optional<Scheduler> running() {
        return stopping ? Optional.empty() : Optional.ofNullable(scheduler);
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * No further run starts on this node; acquired triggers are released to other nodes. To be repeated, as a trigger that is
     * being acquired during the call is released by the next one.
     */
    synchronized void standby() {
        stopping = true;
        try {
            if (scheduler != null) {
                pool.close();
                scheduler.standby();
            }
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, e, () -> "Quartz did not go to standby");
        }
    }

    /** Whether no trigger is acquired by this node. Quartz must not be interrupted while one is: it would stay acquired. */
    synchronized boolean isQuiet() {
        if (scheduler == null) {
            return true;
        }
        String sql =
                "SELECT 1 FROM qrtz_fired_triggers WHERE sched_name = ? AND instance_name = ? AND state = 'ACQUIRED'";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, scheduler.getSchedulerName());
            query.setString(2, scheduler.getSchedulerInstanceId());
            try (ResultSet rows = query.executeQuery()) {
                return !rows.next();
            }
        } catch (SQLException | SchedulerException e) {
            LOG.log(Level.FINE, e, () -> "The acquired triggers are not known");
            return true;
        }
    }

    @PreDestroy
    synchronized void stop() {
        stopping = true;
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, e, () -> "Quartz did not shut down cleanly; other nodes take over its jobs");
        }
        scheduler = null;
    }
}
