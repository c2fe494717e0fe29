package dev.tidemark.platform.runtime;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, brought up to date by the migration scripts before anybody uses them. A database that is down at start does not
 * keep the product down: it is asked again until it answers.
 */
@ApplicationScoped
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile Optional<String> failure = Optional.of("the migrations have not run yet");
    private Future<?> retries;

    /** Whether the tables are as the code wants them. Work on them waits for it. */
    public boolean isCurrent() {
        return failure.isEmpty();
    }

    /** Why they are not; empty when they are. */
    Optional<String> failure() {
        return failure;
    }

    /** Before every other observer of the start: in the usual case they find the tables there. */
    void begin(@Observes @Priority(1) Startup startup) {
        migrate();
        if (!isCurrent()) {
            LOG.warning(() ->
                    "The database is not ready; retrying every " + RETRY_SECONDS + " s: " + failure.orElseThrow());
            retries = executor.scheduleWithFixedDelay(this::retry, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void end() {
        if (retries != null) {
            retries.cancel(false);
        }
    }

    private void retry() {
        migrate();
        if (isCurrent()) {
            LOG.warning("The database is ready now.");
            retries.cancel(false);
        }
    }

    private void migrate() {
        try {
            Flyway.configure(SchemaMigration.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            failure = Optional.empty();
        } catch (FlywayException failed) {
            failure = Optional.of(reason(failed));
        }
    }

    /** What lies at the bottom of it, in one line: the layers above say only that something failed. */
    static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
