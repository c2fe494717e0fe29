package dev.tidemark.alerting.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code incident_note}. */
@Entity
@Table(name = "incident_note")
class IncidentNoteEntity {

    @Id
    private UUID id;

    @Column(name = "incident_id")
    private UUID incidentId;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    private String text;

    private String author;

    protected IncidentNoteEntity() {}

    IncidentNoteEntity(UUID incident, Instant at, Optional<String> author, String text) {
        id = UUID.randomUUID();
        incidentId = incident;
        createdAt = IncidentEntity.utc(at);
        this.author = author.orElse(null);
        this.text = text;
    }

    IncidentNote toRecord() {
        return new IncidentNote(createdAt.toInstant(), Optional.ofNullable(author), text);
    }
}
