package dev.tidemark.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A row of {@code api_token}. */
@Entity
@Table(name = "api_token")
class TokenEntity {

    @Id
    @Column(name = "token_hash")
    private String hash;

    private String name;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected TokenEntity() {}

    TokenEntity(String token, String name, Instant now) {
        this.hash = RandomSecret.hash(token);
        this.name = name;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
    }

    String name() {
        return name;
    }
}
