package dev.tidemark.reporting.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which digests have been written, in the caller's transaction. */
@ApplicationScoped
class DigestLedger {

    /** Long enough for clocks of nodes to differ. */
    private static final Duration KEPT = Duration.ofDays(60);

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected DigestLedger() {}

    DigestLedger(EntityManager database) {
        this.database = database;
    }

    /** False when it has been written. While another node writes it, this waits for that node's end. */
    boolean claim(String list, Instant due, Instant now) {
        boolean ours = database.createNativeQuery("INSERT INTO digest (contact_group_id, due_at, written_at) VALUES (?1, ?2, ?3)"
                                + " ON CONFLICT DO NOTHING")
                        .setParameter(1, list)
                        .setParameter(2, due.atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
        if (ours) {
            database.createNativeQuery("DELETE FROM digest WHERE contact_group_id = ?1 AND due_at < ?2")
                    .setParameter(1, list)
                    .setParameter(2, due.minus(KEPT).atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
        return ours;
    }
}
