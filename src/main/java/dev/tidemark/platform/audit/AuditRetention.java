package dev.tidemark.platform.audit;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes expired entries, which nothing else may: a trigger of the database refuses it. */
@ApplicationScoped
public class AuditRetention {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofDays(1);

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final PeriodicTasks tasks;
    private final Duration keep;

    /** @param keep how long entries are retained, {@code TIDEMARK_KEEP_AUDIT} */
    @Inject
    public AuditRetention(
            Clock clock,
            PeriodicTasks tasks,
            @ConfigProperty(name = "tidemark.keep.audit", defaultValue = "P730D") Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("TIDEMARK_KEEP_AUDIT " + keep + " must be at least P1D");
        }
        this.clock = clock;
        this.tasks = tasks;
        this.keep = keep;
    }

    AuditRetention(EntityManager entities, Clock clock, Duration keep) {
        this(clock, null, keep);
        this.entities = entities;
    }

    void begin(@Observes Startup startup, AuditRetention self) {
        tasks.schedule(PAUSE, "Expired entries of the audit log cannot be deleted; will retry", self::deleteExpired);
    }

    @Transactional
    public int deleteExpired() {
        entities.createNativeQuery("SELECT set_config('tidemark.audit_retention', 'on', true)")
                .getSingleResult();
        return entities.createNativeQuery("DELETE FROM audit_log WHERE at < ?1")
                .setParameter(1, clock.instant().minus(keep).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
