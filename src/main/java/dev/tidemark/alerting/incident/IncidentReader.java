package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Entry point to query incidents. */
@ApplicationScoped
public class IncidentReader {

    private static final int MAX_STATES = 100_000;

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    public IncidentReader(Clock clock) {
        this.clock = clock;
    }

    IncidentReader(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    @Transactional
    public Page<Incident> list(IncidentQuery incidentQuery) {
        Optional<Incident> previous = incidentQuery.cursor().flatMap(this::find);
        List<Incident> incidents = IncidentSearch.query(database, incidentQuery.filter(), previous, clock.instant())
                .setMaxResults(incidentQuery.limit() + 1)
                .getResultList()
                .stream()
                .map(IncidentEntity::toRecord)
                .toList();
        return Page.first(
                incidents, incidentQuery.limit(), incident -> incident.id().toString());
    }

    @Transactional
    public Optional<Incident> find(UUID id) {
        return Optional.ofNullable(database.find(IncidentEntity.class, id)).map(IncidentEntity::toRecord);
    }

    /** The states of all probes at all locations where they have run, in one query. */
    @Transactional
    public Map<ProbeId, Map<LocationName, LocationState>> states() {
        Map<ProbeId, Map<LocationName, LocationState>> states = new TreeMap<>();
        database.createQuery(
                        "SELECT s FROM StateCounterEntity s WHERE s.key.incidentType <> :own", StateCounterEntity.class)
                .setParameter("own", IncidentType.OPERATION)
                .setMaxResults(MAX_STATES)
                .getResultList()
                .forEach(row -> states.computeIfAbsent(new ProbeId(row.key().probeId()), probe -> new TreeMap<>())
                        .merge(
                                new LocationName(row.key().location()),
                                new LocationState(row.counter().state(), row.since(), row.limitsOverBudget()),
                                LocationState::and));
        return states;
    }

    /** Log entries between runs, and comments, newest first. */
    @Transactional
    public List<IncidentNote> notes(UUID incident, int limit) {
        return database
                .createQuery(
                        "SELECT r FROM IncidentNoteEntity r WHERE r.incidentId = :incident ORDER BY r.createdAt DESC, r.id",
                        IncidentNoteEntity.class)
                .setParameter("incident", incident)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(IncidentNoteEntity::toRecord)
                .toList();
    }

    /** The log of the runs at the incident's probe and location while it was open, newest first. */
    @Transactional
    public List<RunEvaluation> evaluations(Incident incident, int limit) {
        Instant until = incident.resolvedAt().orElse(clock.instant());
        return database
                .createQuery(
                        "SELECT e FROM RunEvaluationEntity e WHERE e.probeId = :probe AND e.location = :location"
                                + " AND e.plannedAt >= :from AND e.plannedAt <= :until ORDER BY e.plannedAt DESC",
                        RunEvaluationEntity.class)
                .setParameter("probe", incident.probe().slug())
                .setParameter("location", incident.location().name())
                .setParameter("from", opening(incident))
                .setParameter("until", IncidentEntity.utc(until))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(RunEvaluationEntity::toRecord)
                .toList();
    }

    /** The planned instant of the run that opened it, which is before the incident was opened. */
    private OffsetDateTime opening(Incident incident) {
        return Optional.ofNullable(database.find(
                        RunEvaluationEntity.class, incident.openedBy().value()))
                .map(RunEvaluationEntity::toRecord)
                .map(first -> IncidentEntity.utc(first.plannedAt()))
                .orElse(IncidentEntity.utc(incident.openedAt()));
    }
}
