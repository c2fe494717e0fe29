package dev.tidemark.platform.runtime;

import dev.tidemark.platform.crypto.DatabaseEncryption;
import dev.tidemark.platform.crypto.EncryptionKeyException;
import dev.tidemark.platform.database.FailureReason;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the database schema before any other bean uses it. When the database is not available at startup, the application
 * starts anyway and retries until the migration succeeds.
 */
@ApplicationScoped
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/TidemarkMigration")
    private DataSource database;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile Optional<String> failure = Optional.of("the migrations have not run yet");
    private Future<?> retries;

    /** Whether the schema is up to date. Work on the tables must wait for this. */
    public boolean isCurrent() {
        return failure.isEmpty();
    }

    /** Why the schema is not up to date; empty when it is. */
    Optional<String> failure() {
        return failure;
    }

    /** Runs before all other startup observers, which normally find an up-to-date schema. */
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
            DatabaseEncryption.requireKey();
            Optional<String> upgrade = SchemaUpgrade.run(database, "classpath:db/migration");
            if (upgrade.isEmpty()) {
                new DatabaseEncryption(database).apply(NodeName.ofThisProcess());
            }
            failure = upgrade;
        } catch (FlywayException | SQLException | EncryptionKeyException failed) {
            failure = Optional.of(FailureReason.of(failed));
        }
    }
}
