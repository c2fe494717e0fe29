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

/** Closes incidents of probes that are no longer monitored: deleted, paused, or removed from a location. */
@ApplicationScoped
class OrphanCloser {

    /** The retention of log entries. */
    static final Duration RETENTION = Duration.ofDays(90);

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    OrphanCloser(Clock clock) {
        this.clock = clock;
    }

    OrphanCloser(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /**
     * Closes incidents and deletes states of all others, without notification: whoever stopped the monitoring knows.
     *
     * @param monitored probes and locations as {@code probe@location}
     */
    @Transactional
    void closeAllBut(Set<String> monitored) {
        database.createQuery("SELECT s FROM StateCounterEntity s", StateCounterEntity.class).getResultList().stream()
                .filter(row -> row.key().incidentType() != IncidentType.OPERATION)
                .filter(row -> !monitored.contains(
                        row.key().probeId() + "@" + row.key().location()))
                .forEach(this::close);
    }

    @Transactional
    void deleteOldLogEntries() {
        for (String rows :
                List.of("RunEvaluationEntity e WHERE e.evaluatedAt", "IncidentNoteEntity e WHERE e.createdAt")) {
            database.createQuery("DELETE FROM " + rows + " < :before")
                    .setParameter("before", IncidentEntity.utc(clock.instant().minus(RETENTION)))
                    .executeUpdate();
        }
    }

    /** Deletes delivered notifications after their retention, except those of open incidents, which show who was notified. */
    @Transactional
    int deleteOldNotifications(Outbox outbox, Duration retention) {
        return outbox.deleteDelivered(clock.instant().minus(retention), new IncidentStore(database).allOpen());
    }

    private void close(StateCounterEntity row) {
        new IncidentStore(database).open(row.key()).ifPresent(incident -> incident.closeAsRemoved(clock.instant()));
        database.remove(row);
    }
}
