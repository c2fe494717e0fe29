package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A row of {@code contact_group}; the definition is the JSON that the API takes, encrypted. */
@Entity
@Table(name = "contact_group")
class ContactGroupEntity {

    @Id
    private String id;

    private String definition;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected ContactGroupEntity() {}

    ContactGroupEntity(ContactGroup group, String by, Instant now) {
        id = group.id();
        update(group, by, now);
    }

    final void update(ContactGroup group, String by, Instant now) {
        definition = field().encrypt(Json.createObjectBuilder(ContactGroupWriter.fields(group))
                .build()
                .toString());
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    private EncryptedField field() {
        return new EncryptedField("contact_group", "definition", id);
    }

    String id() {
        return id;
    }

    Optional<DigestSubscription> subscription() {
        ContactGroup group = toRecord();
        return group.digest().map(schedule -> new DigestSubscription(group, schedule, changedAt.toInstant()));
    }

    ContactGroup toRecord() {
        return new ContactGroupReader(new ValidationErrors())
                .json(field().decrypt(definition), Optional.of(id))
                .orElseThrow(() -> new IllegalStateException(
                        "the stored definition of contact group \"" + id + "\" cannot be read"));
    }
}
