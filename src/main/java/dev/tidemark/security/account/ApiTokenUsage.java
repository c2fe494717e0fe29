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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records when tokens were last used. Requests only update memory; once a minute the times are stored, and lost if that fails.
 */
@ApplicationScoped
public class ApiTokenUsage {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<UUID, Instant> unwritten = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final PeriodicTasks tasks;

    @Inject
    public ApiTokenUsage(Clock clock, PeriodicTasks tasks) {
        this.clock = clock;
        this.tasks = tasks;
    }

    ApiTokenUsage(EntityManager entities, Clock clock) {
        this(clock, (PeriodicTasks) null);
        this.entities = entities;
    }

    void begin(@Observes @Priority(2) Startup startup, ApiTokenUsage self) {
        tasks.schedule(PAUSE, "the time of last use of tokens cannot be stored; will retry", self::write);
    }

    public void record(ApiToken token) {
        unwritten.put(token.id(), clock.instant());
    }

    @Transactional
    void write() {
        unwritten.forEach((id, at) -> {
            unwritten.remove(id);
            entities.createQuery("UPDATE ApiTokenEntity t SET t.lastUsedAt = :at WHERE t.id = :id"
                            + " AND (t.lastUsedAt IS NULL OR t.lastUsedAt < :at)")
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }
}
