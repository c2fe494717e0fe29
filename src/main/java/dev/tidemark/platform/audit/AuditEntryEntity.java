package dev.tidemark.platform.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A row of {@code audit_log}, which {@link AuditLog} writes. */
@Entity
@Table(name = "audit_log")
class AuditEntryEntity {

    @Id
    private long id;

    private OffsetDateTime at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private AuditActor.Kind actorKind;

    private String actor;

    private String action;

    @Column(name = "object_type")
    private String objectType;

    @Column(name = "object_id")
    private String objectId;

    @Enumerated(EnumType.STRING)
    private AuditResult result;

    @Enumerated(EnumType.STRING)
    private AuditOrigin.Channel channel;

    private String address;

    private String node;

    private String before;

    private String after;

    @Column(name = "hidden_changes")
    private String hiddenChanges;

    protected AuditEntryEntity() {}

    AuditEntry entry() {
        return new AuditEntry(
                id,
                at.toInstant(),
                new AuditActor(actorKind, actor),
                action,
                objectType,
                objectId,
                result,
                channel,
                Optional.ofNullable(address),
                node,
                json(before),
                json(after),
                hiddenChanges.isEmpty() ? List.of() : List.of(hiddenChanges.split("\n")));
    }

    private static Optional<JsonObject> json(String text) {
        return Optional.ofNullable(text).map(stored -> {
            try (JsonReader reader = Json.createReader(new StringReader(stored))) {
                return reader.readObject();
            }
        });
    }
}
