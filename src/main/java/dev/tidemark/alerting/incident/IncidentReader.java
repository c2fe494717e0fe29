package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Entry point to query and acknowledge incidents. */
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
        List<Incident> incidents =
                query(incidentQuery).setMaxResults(incidentQuery.limit() + 1).getResultList().stream()
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

    /** Acknowledges an open incident; empty when there is none with this id. */
    @Transactional
    public Optional<Incident> acknowledge(UUID id, String by, Optional<Instant> until) {
        Optional<IncidentEntity> open =
                Optional.ofNullable(database.find(IncidentEntity.class, id)).filter(IncidentEntity::isOpen);
        open.ifPresent(incident -> {
            incident.acknowledge(by, clock.instant(), until);
            LocalizedMessage line = until.map(
                            end -> LocalizedMessage.of("incident.log.acknowledgedUntil", by, UtcTimestamp.of(end)))
                    .orElseGet(() -> LocalizedMessage.of("incident.log.acknowledged", by));
            database.persist(new IncidentNoteEntity(id, clock.instant(), line.toString()));
            AuditLog.record(database, acknowledgement(incident.toRecord(), by, until));
        });
        return open.map(IncidentEntity::toRecord);
    }

    private static AuditChange acknowledgement(Incident incident, String by, Optional<Instant> until) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "probe",
                incident.probe().slug(),
                "location",
                incident.location().name(),
                "by",
                by));
        until.ifPresent(end -> details.put("until", end.toString()));
        return AuditChange.action("acknowledge", "incident", incident.id().toString(), details);
    }

    /** Log entries between runs, newest first. */
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

    private TypedQuery<IncidentEntity> query(IncidentQuery incidentQuery) {
        StringBuilder text = new StringBuilder("SELECT i FROM IncidentEntity i WHERE 1 = 1");
        incidentQuery.open().ifPresent(open -> text.append(" AND i.resolvedAt IS ")
                .append(open ? "NULL" : "NOT NULL"));
        incidentQuery.probe().ifPresent(probe -> text.append(" AND i.probeId = :probe"));
        Optional<Incident> previous = incidentQuery.cursor().flatMap(this::find);
        previous.ifPresent(last -> text.append(" AND (i.openedAt < :at OR (i.openedAt = :at AND i.id < :id))"));
        text.append(" ORDER BY i.openedAt DESC, i.id DESC");
        TypedQuery<IncidentEntity> query = database.createQuery(text.toString(), IncidentEntity.class);
        incidentQuery.probe().ifPresent(probe -> query.setParameter("probe", probe.slug()));
        previous.ifPresent(last ->
                query.setParameter("at", IncidentEntity.utc(last.openedAt())).setParameter("id", last.id()));
        return query;
    }
}
