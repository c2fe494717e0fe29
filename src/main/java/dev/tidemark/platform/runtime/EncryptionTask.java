package dev.tidemark.platform.runtime;

import dev.tidemark.platform.crypto.DatabaseEncryption;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Keeps the node registered with its keys, re-encrypts the database soon after all nodes have a new key, and from time to time what
 * another node left.
 */
@ApplicationScoped
class EncryptionTask {

    private static final Logger LOG = Logger.getLogger(EncryptionTask.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FULL_PASS = Duration.ofMinutes(10);

    private final PeriodicTasks tasks;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    private String appliedKey = "";
    private String warned = "";
    private Instant nextPass = Instant.MIN;

    @Inject
    EncryptionTask(PeriodicTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(PAUSE, "re-encryption of the database failed; retrying soon", this::applyWhenDue);
    }

    private void applyWhenDue() throws SQLException {
        DatabaseEncryption encryption = new DatabaseEncryption(database);
        warnAbout(encryption
                .register(NodeName.ofThisProcess())
                .map(pending -> pending.message().toString())
                .orElse(""));
        String key = DatabaseEncryption.currentKey();
        if (!key.equals(appliedKey) || !clock.instant().isBefore(nextPass)) {
            encryption.encryptRemaining();
            appliedKey = key;
            nextPass = clock.instant().plus(FULL_PASS);
        }
    }

    /** Once for each new situation. */
    private void warnAbout(String pending) {
        if (!pending.isEmpty() && !pending.equals(warned)) {
            LOG.warning(pending);
        }
        warned = pending;
    }
}
