package dev.tidemark.security.account;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The browsers in which users have signed in. Each has a random token per user, of which the hash is stored
 * (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies). It proves an earlier sign-in and
 * nothing else: the password is required as before.
 */
@ApplicationScoped
public class KnownDevices {

    /** How long a device is remembered after its last sign-in. */
    public static final Duration RETENTION = Duration.ofDays(180);

    static final int MAX_PER_USER = 20;

    private static final Duration PAUSE = Duration.ofHours(1);

    private static final String INSERT = """
            INSERT INTO known_device (token_hash, account, used_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (token_hash) DO UPDATE SET used_at = excluded.used_at""";

    private static final String TRIM = """
            DELETE FROM known_device WHERE token_hash IN (SELECT token_hash FROM known_device
              WHERE account = ?1 ORDER BY used_at DESC, token_hash OFFSET ?2)""";

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final PeriodicTasks tasks;

    @Inject
    public KnownDevices(Clock clock, PeriodicTasks tasks) {
        this.clock = clock;
        this.tasks = tasks;
    }

    KnownDevices(EntityManager entities, Clock clock) {
        this(clock, (PeriodicTasks) null);
        this.entities = entities;
    }

    void begin(@Observes @Priority(2) Startup startup, KnownDevices self) {
        tasks.schedule(PAUSE, "old known devices cannot be deleted; will retry", self::clean);
    }

    /** Whether the user has signed in with the device that has the token. */
    public boolean isKnown(String enteredName, String token) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM known_device WHERE token_hash = ?1 AND account = ?2 AND used_at > ?3")
                .setParameter(1, SecretGenerator.hash(token))
                .setParameter(2, AccountRules.normalized(enteredName))
                .setParameter(3, oldest())
                .getResultList()
                .isEmpty();
    }

    /**
     * Remembers a device after a sign-in.
     *
     * @param token of the device, known for this user; empty for a new one
     * @return the token
     */
    @Transactional
    public String remember(SessionLogin login, Optional<String> token) {
        String kept = token.orElseGet(SecretGenerator::token);
        entities.createNativeQuery(INSERT)
                .setParameter(1, SecretGenerator.hash(kept))
                .setParameter(2, login.name())
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        entities.createNativeQuery(TRIM)
                .setParameter(1, login.name())
                .setParameter(2, MAX_PER_USER)
                .executeUpdate();
        return kept;
    }

    @Transactional
    void clean() {
        entities.createNativeQuery("DELETE FROM known_device WHERE used_at <= ?1")
                .setParameter(1, oldest())
                .executeUpdate();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(RETENTION).atOffset(ZoneOffset.UTC);
    }
}
