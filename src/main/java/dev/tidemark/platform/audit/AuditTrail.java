package dev.tidemark.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Records what changes no row: refused attempts, the end of a session, a test notification. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    protected AuditTrail() {}

    AuditTrail(EntityManager entities) {
        this.entities = entities;
    }

    /** Records an action of the current origin. */
    @Transactional
    public void record(AuditChange action) {
        AuditLog.record(entities, action);
    }

    /** Records an attempt that was refused. */
    @Transactional
    public void refused(AuditOrigin origin, AuditChange attempt) {
        AuditLog.record(entities, origin, attempt, AuditResult.REFUSED);
    }
}
