package dev.tidemark.alerting.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The row of an unsubscribed address. */
@Entity
@Table(name = "unsubscription")
class UnsubscriptionEntity {

    @Id
    private String recipient;

    @Column(name = "unsubscribed_at")
    private OffsetDateTime since;

    protected UnsubscriptionEntity() {}

    UnsubscriptionEntity(String recipient, Instant since) {
        this.recipient = recipient;
        this.since = since.atOffset(ZoneOffset.UTC);
    }

    String recipient() {
        return recipient;
    }
}
