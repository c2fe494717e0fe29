package dev.tidemark.reporting.digest;

import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Records which digests have been created, in the caller's transaction. */
@ApplicationScoped
class DigestLedger {

    /** Much longer than clocks of nodes can differ. */
    private static final Duration RETENTION = Duration.ofDays(60);

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected DigestLedger() {}

    DigestLedger(EntityManager database) {
        this.database = database;
    }

    /** False if the digest was created before. Waits while another node is creating it. */
    boolean claim(String group, Instant due, Instant now) {
        boolean claimed = database.createNativeQuery(
                                "INSERT INTO digest (contact_group_id, due_at, written_at) VALUES (?1, ?2, ?3)"
                                        + " ON CONFLICT DO NOTHING")
                        .setParameter(1, group)
                        .setParameter(2, due.atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
        if (claimed) {
            database.createNativeQuery("DELETE FROM digest WHERE contact_group_id = ?1 AND due_at < ?2")
                    .setParameter(1, group)
                    .setParameter(2, due.minus(RETENTION).atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
        return claimed;
    }

    /** Records that a digest was requested. */
    void requested(String group, int recipients) {
        AuditLog.record(
                database, AuditChange.action("send-digest", "contact-group", group, Map.of("recipients", recipients)));
    }
}
