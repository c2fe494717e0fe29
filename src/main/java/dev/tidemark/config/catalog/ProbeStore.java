package dev.tidemark.config.catalog;

import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the catalog. Every write starts with {@link #lock()}, which serializes writers, and leaves an entry in the audit
 * log.
 */
@ApplicationScoped
class ProbeStore {

    private static final int MAX_ROWS = 100_000;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    protected ProbeStore() {}

    ProbeStore(EntityManager entities) {
        this.entities = entities;
    }

    long revision() {
        return ((Number) entities.createNativeQuery("SELECT revision FROM probe_catalog")
                        .getSingleResult())
                .longValue();
    }

    /** Increments the revision, and locks the catalog until the end of the transaction. */
    void lock() {
        entities.createNativeQuery("UPDATE probe_catalog SET revision = revision + 1")
                .executeUpdate();
    }

    List<ProbeEntity> all() {
        return entities.createQuery("SELECT p FROM ProbeEntity p ORDER BY p.slug", ProbeEntity.class)
                .setMaxResults(MAX_ROWS)
                .getResultList();
    }

    List<SharedBudgetEntity> shared() {
        return entities.createQuery("SELECT s FROM SharedBudgetEntity s ORDER BY s.source", SharedBudgetEntity.class)
                .setMaxResults(MAX_ROWS)
                .getResultList();
    }

    void add(SharedBudgetEntity row) {
        entities.persist(row);
        AuditLog.record(entities, ProbeChange.created(row));
    }

    void replace(SharedBudgetEntity row, List<TagLimit> limits, Instant now) {
        List<TagLimit> before = row.limits();
        row.replace(limits, now);
        AuditLog.record(entities, ProbeChange.updated(row, before));
    }

    void remove(SharedBudgetEntity row) {
        entities.remove(row);
        AuditLog.record(entities, ProbeChange.deleted(row));
    }

    boolean contains(ProbeId id) {
        return entities.find(ProbeEntity.class, id.slug()) != null;
    }

    /** The row of a probe that is not defined in a file. */
    ProbeEntity editable(ProbeId id) {
        ProbeEntity row = entities.find(ProbeEntity.class, id.slug());
        if (row == null) {
            throw new ChangeRefusedException(RefusalReason.UNKNOWN, LocalizedMessage.of("problem.probe.notFound", id));
        }
        row.file().ifPresent(file -> {
            throw new ChangeRefusedException(
                    RefusalReason.READ_ONLY, LocalizedMessage.of("problem.probe.definedByFile", id, file));
        });
        return row;
    }

    void add(ProbeEntity row) {
        entities.persist(row);
        AuditLog.record(entities, ProbeChange.created(row.entry()));
    }

    /** Stores the next version of the probe. */
    void replace(ProbeEntity row, Probe probe, Optional<String> file, Instant now) {
        CatalogEntry before = row.entry();
        row.replace(probe, file, now);
        AuditLog.record(entities, ProbeChange.updated(before, row.entry()));
    }

    void remove(ProbeEntity row) {
        entities.remove(row);
        AuditLog.record(entities, ProbeChange.deleted(row.entry()));
    }
}
