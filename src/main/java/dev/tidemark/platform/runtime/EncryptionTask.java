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
import javax.sql.DataSource;

/** Re-encrypts the database soon after a new key was put into the key file, and from time to time what another node left. */
@ApplicationScoped
class EncryptionTask {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FULL_PASS = Duration.ofMinutes(10);

    private final PeriodicTasks tasks;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    private String appliedKey = "";
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
        String key = DatabaseEncryption.currentKey();
        if (!key.equals(appliedKey) || !clock.instant().isBefore(nextPass)) {
            new DatabaseEncryption(database).apply();
            appliedKey = key;
            nextPass = clock.instant().plus(FULL_PASS);
        }
    }
}
