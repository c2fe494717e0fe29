package dev.tidemark.config.secret;

import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A row of {@code secret}; the value is encrypted. */
@Entity
@Table(name = "secret")
class SecretEntity {

    @Id
    private String name;

    private String value;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected SecretEntity() {}

    SecretEntity(String name, String value, String by, Instant now) {
        this.name = name;
        createdAt = now.atOffset(ZoneOffset.UTC);
        replace(value, by, now);
    }

    final void replace(String newValue, String by, Instant now) {
        value = field().encrypt(newValue);
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    String name() {
        return name;
    }

    String value() {
        return field().decrypt(value);
    }

    SecretInfo info() {
        return new SecretInfo(name, createdAt.toInstant(), changedAt.toInstant(), changedBy);
    }

    private EncryptedField field() {
        return new EncryptedField("secret", "value", name);
    }
}
