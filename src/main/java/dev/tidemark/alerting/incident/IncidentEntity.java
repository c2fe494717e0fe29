package dev.tidemark.alerting.incident;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The row of an incident. */
@Entity
@Table(name = "incident")
class IncidentEntity {

    @Id
    private UUID id;

    @Column(name = "probe_id")
    private String probeId;

    @Column(name = "probe_name")
    private String probeName;

    private String location;

    @Enumerated(EnumType.STRING)
    @Column(name = "incident_type")
    private IncidentType incidentType;

    @Enumerated(EnumType.STRING)
    private ProbeState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "worst_state")
    private ProbeState worst;

    private String headline;

    @Column(name = "change_count")
    private int changes;

    @Column(name = "opened_at")
    private OffsetDateTime openedAt;

    @Column(name = "opened_by_run")
    private UUID openedByRun;

    @Column(name = "resolved_at")
    private OffsetDateTime resolvedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Column(name = "acknowledged_at")
    private OffsetDateTime acknowledgedAt;

    @Column(name = "acknowledged_until")
    private OffsetDateTime acknowledgedUntil;

    @Column(name = "acknowledgement_note")
    private String acknowledgementNote;

    protected IncidentEntity() {}

    IncidentEntity(Probe probe, Run run, IncidentType incidentType, ProbeState state, String headline) {
        this(probe.id(), probe.name(), run, incidentType, state, headline, end(run));
    }

    IncidentEntity(
            ProbeId probe,
            String name,
            Run run,
            IncidentType incidentType,
            ProbeState state,
            String headline,
            Instant at) {
        id = UUID.randomUUID();
        probeId = probe.slug();
        probeName = name;
        location = run.slot().location().name();
        this.incidentType = incidentType;
        this.state = state;
        worst = state;
        this.headline = headline;
        changes = 1;
        openedAt = utc(at);
        openedByRun = run.id().value();
    }

    UUID id() {
        return id;
    }

    ProbeState worst() {
        return worst;
    }

    int changes() {
        return changes;
    }

    boolean isOpen() {
        return resolvedAt == null;
    }

    Instant openedAt() {
        return openedAt.toInstant();
    }

    /** Counts a further notice of the same state: a reminder or an escalation. */
    void countNotice() {
        changes++;
    }

    /** A change of the state of an incident that stays open. */
    void changeState(ProbeState next, String text) {
        state = next;
        headline = text;
        worst = next.isWorseThan(worst) ? next : worst;
        changes++;
    }

    void resolve(Run run) {
        resolve(end(run));
    }

    void resolve(Instant at) {
        state = ProbeState.PASSING;
        resolvedAt = utc(at);
        changes++;
    }

    /** Closes the incident because the probe is no longer monitored, not because it recovered. */
    void closeAsRemoved(Instant at) {
        state = ProbeState.PASSING;
        resolvedAt = utc(at);
        headline = LocalizedMessage.of("incident.headline.removed", headline).toString();
        changes++;
    }

    void acknowledge(String by, Instant at, Optional<Instant> until, Optional<String> note) {
        acknowledgedBy = by;
        acknowledgedAt = utc(at);
        acknowledgedUntil = until.map(IncidentEntity::utc).orElse(null);
        acknowledgementNote = note.orElse(null);
    }

    void unacknowledge() {
        acknowledgedBy = null;
        acknowledgedAt = null;
        acknowledgedUntil = null;
        acknowledgementNote = null;
    }

    Incident toRecord() {
        return new Incident(
                id,
                new ProbeId(probeId),
                probeName,
                new LocationName(location),
                incidentType,
                state,
                worst,
                headline,
                openedAt.toInstant(),
                new RunId(openedByRun),
                instant(resolvedAt),
                Optional.ofNullable(acknowledgedBy)
                        .map(by -> new Incident.Acknowledgement(
                                by,
                                acknowledgedAt.toInstant(),
                                instant(acknowledgedUntil),
                                Optional.ofNullable(acknowledgementNote))));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The end of a run; the planned instant of a run that was never started. */
    static Instant end(Run run) {
        return run.finishedAt().orElse(run.slot().plannedAt());
    }

    private static Optional<Instant> instant(OffsetDateTime value) {
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
