package dev.tidemark.security.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code api_token}. */
@Entity
@Table(name = "api_token")
class ApiTokenEntity {

    @Id
    @Column(name = "token_hash")
    private String hash;

    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private TokenScope scope;

    @Enumerated(EnumType.STRING)
    private ApiToken.Origin origin;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "created_by")
    private String madeBy;

    @Column(name = "last_used_at")
    private OffsetDateTime lastUsedAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    protected ApiTokenEntity() {}

    ApiTokenEntity(String hash, ApiToken token) {
        this.hash = hash;
        id = token.id();
        name = token.name();
        scope = token.scope();
        origin = token.origin();
        createdAt = token.created().atOffset(ZoneOffset.UTC);
        madeBy = token.by();
        expiresAt = token.expires().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    String hash() {
        return hash;
    }

    /** Turns the token into that of the setting, which never expires. */
    void useAsSetting(String settingName) {
        origin = ApiToken.Origin.SETTING;
        name = settingName;
        scope = TokenScope.WRITE;
        expiresAt = null;
    }

    ApiToken token() {
        return new ApiToken(
                id,
                name,
                scope,
                origin,
                createdAt.toInstant(),
                madeBy,
                Optional.ofNullable(lastUsedAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant));
    }
}
