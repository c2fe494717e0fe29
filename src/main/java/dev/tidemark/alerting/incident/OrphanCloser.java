package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Takes back what is said about probes that nobody watches any more: deleted, paused, or taken from a location. */
@ApplicationScoped
class OrphanCloser {

    /** How long the log says why somebody was told or not. */
    static final Duration KEPT = Duration.ofDays(90);

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected OrphanCloser() {
        this(null);
    }

    @Inject
    OrphanCloser(Clock clock) {
        this.clock = clock;
    }

    OrphanCloser(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /**
     * Ends incidents and states of all other places without telling anybody: whoever stopped the watching knows.
     *
     * @param watched places as {@code probe@location}
     */
    @Transactional
    void closeAllBut(Set<String> watched) {
        database.createQuery("SELECT s FROM StateCounterEntity s", StateCounterEntity.class).getResultList().stream()
                .filter(row -> row.key().concern() != IncidentType.OPERATION)
                .filter(row ->
                        !watched.contains(row.key().probeId() + "@" + row.key().location()))
                .forEach(this::close);
    }

    @Transactional
    void forgetOldDecisions() {
        for (String rows : List.of("RunEvaluationEntity e WHERE e.evaluatedAt", "IncidentNoteEntity e WHERE e.createdAt")) {
            database.createQuery("DELETE FROM " + rows + " < :before")
                    .setParameter("before", IncidentEntity.utc(clock.instant().minus(KEPT)))
                    .executeUpdate();
        }
    }

    /** Letters that arrived so long ago, but those of open incidents: they say who was told. */
    @Transactional
    int forgetOldLetters(Outbox outbox, Duration kept) {
        return outbox.forget(clock.instant().minus(kept), new IncidentStore(database).allOpen());
    }

    private void close(StateCounterEntity row) {
        new IncidentStore(database).open(row.key()).ifPresent(incident -> incident.withdraw(clock.instant()));
        database.remove(row);
    }
}
