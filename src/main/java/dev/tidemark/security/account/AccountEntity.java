package dev.tidemark.security.account;

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

/** A row of {@code account}. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "signed_in_at")
    private OffsetDateTime signedInAt;

    private UUID credential;

    private String issuer;

    private String subject;

    protected AccountEntity() {}

    AccountEntity(String name, Role role, String passwordHash, Instant now) {
        this.name = name;
        this.role = role;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        changePassword(passwordHash, now);
    }

    /** A user of an OpenID provider, who has no password here. */
    AccountEntity(String name, Role role, String issuer, String subject, Instant now) {
        this.name = name;
        this.role = role;
        this.issuer = issuer;
        this.subject = subject;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        this.changedAt = createdAt;
        this.credential = UUID.randomUUID();
    }

    boolean isExternal() {
        return issuer != null;
    }

    /** Ends all sessions of the user. */
    void endSessions() {
        credential = UUID.randomUUID();
    }

    /** Changes the password, which ends all sessions of the user. */
    final void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        changedAt = now.atOffset(ZoneOffset.UTC);
        credential = UUID.randomUUID();
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    void signIn(Instant now) {
        signedInAt = now.atOffset(ZoneOffset.UTC);
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    UUID credential() {
        return credential;
    }

    User user() {
        return new User(
                name,
                role,
                createdAt.toInstant(),
                changedAt.toInstant(),
                Optional.ofNullable(signedInAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(issuer));
    }
}
