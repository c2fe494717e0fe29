package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.NodeName;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.spi.ThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Creates the Quartz scheduler of a location: a cluster of all nodes with the same location and database. */
final class QuartzSchedulerFactory {

    private static final long CHECK_IN_MILLIS = 3_000;
    private static final long MISFIRE_MILLIS = 60_000;

    /** How long a node that has found no trigger waits before it looks again: triggers released by a stopping node start in time. */
    private static final long IDLE_MILLIS = 5_000;

    /** After an error of the database; 15 s by default. */
    private static final long RETRY_MILLIS = 3_000;

    private static final long BATCH_WINDOW_MILLIS = 0;

    private static final int UNIQUE_LENGTH = 8;

    private QuartzSchedulerFactory() {}

    static Scheduler scheduler(LocationName location, DataSource dataSource, ThreadPool threads)
            throws SchedulerException {
        DBConnectionManager.getInstance()
                .addConnectionProvider(QuartzConnectionProvider.NAME, new QuartzConnectionProvider(dataSource));
        String name = "tidemark-" + location;
        String instance = instanceId();
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        SchedulerRepository.getInstance().remove(name);
        factory.createScheduler(
                name,
                instance,
                threads,
                new org.quartz.impl.DefaultThreadExecutor(),
                store(name, instance),
                Map.of(),
                null,
                0,
                IDLE_MILLIS,
                -1,
                false,
                null,
                1,
                BATCH_WINDOW_MILLIS);
        return factory.getScheduler(name);
    }

    /** Unique for each start. Quartz's own generator fails on a machine that cannot resolve its own name. */
    private static String instanceId() {
        return NodeName.ofThisProcess() + "-" + UUID.randomUUID().toString().substring(0, UNIQUE_LENGTH);
    }

    /** Triggers are acquired with the lock of the cluster; otherwise two nodes can acquire the same one (quartz#107). */
    private static JobStoreTX store(String name, String instance) throws SchedulerException {
        JobStoreTX store = new JobStoreTX();
        store.setDataSource(QuartzConnectionProvider.NAME);
        store.setInstanceName(name);
        store.setInstanceId(instance);
        store.setIsClustered(true);
        store.setClusterCheckinInterval(CHECK_IN_MILLIS);
        store.setMisfireThreshold(MISFIRE_MILLIS);
        store.setDbRetryInterval(RETRY_MILLIS);
        store.setAcquireTriggersWithinLock(true);
        store.setUseProperties("true");
        store.setTablePrefix("qrtz_");
        try {
            store.setDriverDelegateClass(DatabaseTimeDelegate.class.getName());
            store.setDriverDelegateInitString(
                    "triggerPersistenceDelegateClasses=" + SlotTriggerDelegate.class.getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException("The PostgreSQL delegate of Quartz is not available", e);
        }
        return store;
    }
}
