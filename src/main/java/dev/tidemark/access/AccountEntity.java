package dev.tidemark.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected AccountEntity() {}

    AccountEntity(String name, String password, Instant now) {
        this.name = name;
        this.passwordHash = PasswordHash.of(password);
        this.changedAt = now.atOffset(ZoneOffset.UTC);
    }

    String passwordHash() {
        return passwordHash;
    }
}
