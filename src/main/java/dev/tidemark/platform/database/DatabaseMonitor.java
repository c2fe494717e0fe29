package dev.tidemark.platform.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one answer to whether the database is reachable, known within two seconds. It has a connection of its own, so that a full
 * pool or a slow query is not mistaken for an outage.
 */
@ApplicationScoped
public class DatabaseMonitor {

    @Resource(lookup = "java:jboss/datasources/TidemarkMonitor")
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    private static final Logger LOG = Logger.getLogger(DatabaseMonitor.class.getName());

    private final String url;
    private final ClusterClock clusterClock;
    private final Clock clock;
    private final PoolCleanup cleanup = new PoolCleanup(this::clean);
    private Heartbeat heartbeat;

    /** @param url location of the database, {@code TIDEMARK_DATABASE_URL} */
    @Inject
    public DatabaseMonitor(
            @ConfigProperty(name = "tidemark.database.url", defaultValue = "jdbc:postgresql://127.0.0.1:5432/tidemark")
                    String url,
            ClusterClock clusterClock) {
        this.url = url;
        this.clusterClock = clusterClock;
        this.clock = clusterClock.clock();
    }

    /** Before the observers that use the database. */
    void begin(@Observes @Priority(0) Startup startup) {
        heartbeat();
    }

    /** Host, port and name, as in the URL, without its parameters: {@code db.example:5432/tidemark}. */
    public String name() {
        return url.replaceFirst("^jdbc:postgresql:/*", "").replaceFirst("\\?.*", "");
    }

    /** The last known state, without waiting. */
    public DatabaseStatus status() {
        return heartbeat().current();
    }

    /** The state at this moment; takes a millisecond, or a second when the database has just become silent. */
    public DatabaseStatus check() {
        return heartbeat().fresh();
    }

    private synchronized Heartbeat heartbeat() {
        if (heartbeat == null) {
            DatabasePing ping = new DatabasePing(database, clusterClock);
            heartbeat = new Heartbeat(ping, this::changed, clock);
            threads.newThread(() -> beat(ping)).start();
        }
        return heartbeat;
    }

    private void beat(DatabasePing ping) {
        try (ping) {
            heartbeat.run();
        }
    }

    private void changed(DatabaseStatus before, DatabaseStatus after) {
        if (before.state() != after.state() && after.isAvailable()) {
            LOG.warning(() -> "The database " + name() + " is available; it was not since " + before.since());
        } else if (before.state() != after.state()) {
            LOG.warning(() -> "The database " + name() + " is not available: " + after.reason());
        }
        cleanup.changed(before, after, clock.instant());
    }

    /** On a thread of its own, as a pool may wait for the thread that uses a connection. */
    private void clean(PoolCleanup.Cleanup cleanup) {
        Runnable action =
                cleanup == PoolCleanup.Cleanup.CLOSE_ALL ? DatabasePools::closeAll : DatabasePools::replaceAll;
        threads.newThread(action).start();
    }

    @PreDestroy
    synchronized void end() {
        if (heartbeat != null) {
            heartbeat.end();
        }
    }
}
