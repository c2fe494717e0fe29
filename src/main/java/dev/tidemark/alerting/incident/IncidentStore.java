package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows that change when a run is recorded, in the caller's transaction. */
@ApplicationScoped
class IncidentStore {

    private static final int MAX_OPEN = 100_000;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected IncidentStore() {}

    IncidentStore(EntityManager database) {
        this.database = database;
    }

    /** The state row of a probe and type of incident, created if missing, locked until the transaction ends. */
    StateCounterEntity lock(Slot slot, IncidentType incidentType, Instant now) {
        return lock(slot.probe(), slot.location(), incidentType, now);
    }

    StateCounterEntity lock(ProbeId probeId, LocationName locationName, IncidentType incidentType, Instant now) {
        String probe = probeId.slug();
        String location = locationName.name();
        database.createNativeQuery("""
                        INSERT INTO probe_state (probe_id, location, incident_type, state, since, consecutive_bad, consecutive_good,
                          last_planned_at, limits_over_budget)
                        VALUES (?1, ?2, ?3, 'UNKNOWN', ?4, 0, 0, 'epoch', '') ON CONFLICT DO NOTHING""")
                .setParameter(1, probe)
                .setParameter(2, location)
                .setParameter(3, incidentType.name())
                .setParameter(4, IncidentEntity.utc(now))
                .executeUpdate();
        return database.find(
                StateCounterEntity.class,
                new StateCounterEntity.StateCounterId(probe, location, incidentType),
                LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isRecorded(Run run) {
        return database.find(RunEvaluationEntity.class, run.id().value()) != null;
    }

    Set<UUID> recordedOf(List<UUID> runs) {
        return Set.copyOf(
                database.createQuery("SELECT e.runId FROM RunEvaluationEntity e WHERE e.runId IN :runs", UUID.class)
                        .setParameter("runs", runs)
                        .getResultList());
    }

    /** The open incident of a type; the database permits at most one. */
    Optional<IncidentEntity> open(StateCounterEntity.StateCounterId key) {
        return database.createQuery(
                        "SELECT i FROM IncidentEntity i WHERE i.probeId = :probe AND i.location = :location"
                                + " AND i.incidentType = :incidentType AND i.resolvedAt IS NULL",
                        IncidentEntity.class)
                .setParameter("probe", key.probeId())
                .setParameter("location", key.location())
                .setParameter("incidentType", key.incidentType())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void add(IncidentEntity incident) {
        database.persist(incident);
    }

    /** Locked, so that each notice has a unique number. */
    Optional<IncidentEntity> open(UUID id) {
        return Optional.ofNullable(database.find(IncidentEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(IncidentEntity::isOpen);
    }

    Optional<Incident> find(UUID id) {
        return Optional.ofNullable(database.find(IncidentEntity.class, id)).map(IncidentEntity::toRecord);
    }

    boolean exists(UUID id) {
        return database.find(IncidentEntity.class, id) != null;
    }

    List<UUID> allOpen() {
        return database.createQuery(
                        "SELECT i.id FROM IncidentEntity i WHERE i.resolvedAt IS NULL ORDER BY i.openedAt, i.id",
                        UUID.class)
                .setMaxResults(MAX_OPEN)
                .getResultList();
    }

    void addNote(UUID incident, Instant now, String line) {
        database.persist(new IncidentNoteEntity(incident, now, Optional.empty(), line));
    }

    IncidentNote addComment(UUID incident, Instant now, String author, String text) {
        IncidentNoteEntity comment = new IncidentNoteEntity(incident, now, Optional.of(author), text);
        database.persist(comment);
        return comment.toRecord();
    }

    void addEvaluation(Run run, Instant now, List<String> lines) {
        database.persist(new RunEvaluationEntity(run, now, lines));
    }
}
