package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of the outbox. It contains the whole notice, so that delivery does not depend on the incident. */
@Entity
@Table(name = "notification")
class NotificationEntity {

    static final int MAX_REASON = 1_000;

    /** After so many failed attempts a notification is isolated. */
    private static final int ATTEMPTS_IN_GROUP = 3;

    @Id
    private UUID id;

    @Column(name = "incident_id")
    private UUID incidentId;

    private int number;

    /** The address of an e-mail, or the hash of the URL of a webhook. */
    private String recipient;

    /** The URL of a webhook, encrypted. */
    @Column(name = "recipient_url")
    private String recipientUrl;

    @Enumerated(EnumType.STRING)
    private ChannelType channel;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Column(name = "probe_id")
    private String probeId;

    @Column(name = "probe_name")
    private String probeName;

    private String url;
    private String location;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "occurred_at")
    private OffsetDateTime occurredAt;

    private String headline;
    private String lines;
    private String deploy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "next_attempt_at")
    private OffsetDateTime nextAttemptAt;

    @Column(name = "claimed_until")
    private OffsetDateTime claimedUntil;

    private int attempts;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "delivered_at")
    private OffsetDateTime deliveredAt;

    private boolean deferred;

    /** Sent alone: it may be the cause of failures, and must not block others. */
    private boolean isolated;

    @Column(name = "failed_at")
    private OffsetDateTime failedAt;

    protected NotificationEntity() {}

    NotificationEntity(Notice notice, String recipient, Instant now) {
        id = UUID.randomUUID();
        incidentId = notice.incident();
        number = notice.number();
        channel = ChannelType.of(recipient);
        this.recipient = channel == ChannelType.WEBHOOK ? urlField().hash(recipient) : recipient;
        recipientUrl = channel == ChannelType.WEBHOOK ? urlField().encrypt(recipient) : null;
        kind = notice.kind();
        probeId = notice.probe().slug();
        probeName = notice.probeName();
        url = notice.url();
        location = notice.location().name();
        runId = notice.run().value();
        occurredAt = utc(notice.at());
        headline = notice.headline();
        lines = String.join("\n", notice.lines());
        deploy = notice.deploy().orElse(null);
        createdAt = utc(now);
        nextAttemptAt = utc(channel == ChannelType.MAIL ? now.plus(Throttle.HOLD_DOWN) : now);
    }

    /** Postpones delivery to the end of quiet hours. */
    void holdUntil(Instant until) {
        deferred = true;
        nextAttemptAt = utc(until);
    }

    String recipient() {
        return recipientUrl == null ? recipient : urlField().decrypt(recipientUrl);
    }

    private EncryptedField urlField() {
        return new EncryptedField("notification", "recipient_url", id.toString());
    }

    Instant sendAt() {
        return deferred ? nextAttemptAt.toInstant() : createdAt.toInstant();
    }

    void delivered(Instant at) {
        deliveredAt = utc(at);
        claimedUntil = null;
        lastError = null;
    }

    void failed(String reason, Instant next) {
        lastError = UntrustedText.clean(reason, MAX_REASON);
        nextAttemptAt = utc(next);
        claimedUntil = null;
        isolated = attempts >= ATTEMPTS_IN_GROUP;
    }

    /** The server was not reached or serves nobody: not an attempt. */
    void postponed(String reason, Instant next) {
        attempts = Math.max(0, attempts - 1);
        lastError = UntrustedText.clean(reason, MAX_REASON);
        nextAttemptAt = utc(next);
        claimedUntil = null;
    }

    void giveUp(String reason, Instant at) {
        failed(reason, at);
        failedAt = utc(at);
    }

    /** Schedules delivery again after it was given up. */
    void retry(Instant at) {
        failedAt = null;
        attempts = 0;
        isolated = false;
        nextAttemptAt = utc(at);
    }

    boolean isFailed() {
        return failedAt != null;
    }

    Notification toRecord() {
        return new Notification(
                id,
                recipient(),
                notice(),
                createdAt.toInstant(),
                attempts,
                nextAttemptAt.toInstant(),
                Optional.ofNullable(lastError),
                Optional.ofNullable(deliveredAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(failedAt).map(OffsetDateTime::toInstant),
                Optional.empty());
    }

    private Notice notice() {
        return new Notice(
                incidentId,
                number,
                kind,
                new ProbeId(probeId),
                probeName,
                url,
                new LocationName(location),
                new RunId(runId),
                occurredAt.toInstant(),
                headline,
                lines.isEmpty() ? List.of() : List.of(lines.split("\n")),
                Optional.ofNullable(deploy));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
