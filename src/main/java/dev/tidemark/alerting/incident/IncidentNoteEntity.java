package dev.tidemark.alerting.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The row of a {@link IncidentNote}. */
@Entity
@Table(name = "remark")
class IncidentNoteEntity {

    @Id
    private UUID id;

    @Column(name = "incident_id")
    private UUID incidentId;

    @Column(name = "noted_at")
    private OffsetDateTime notedAt;

    private String line;

    protected IncidentNoteEntity() {}

    IncidentNoteEntity(UUID incident, Instant at, String line) {
        id = UUID.randomUUID();
        incidentId = incident;
        notedAt = IncidentEntity.utc(at);
        this.line = line;
    }

    IncidentNote toRecord() {
        return new IncidentNote(notedAt.toInstant(), line);
    }
}
