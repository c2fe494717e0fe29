package dev.tidemark.alerting.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Selects and claims due notifications, in SQL, because PostgreSQL's SKIP LOCKED decides between nodes. */
record DueNotifications(EntityManager database, ChannelType medium, Instant now) {

    private static final int MAX_GROUPED = 1_000;

    /** Not claimed, and no earlier notification of the same incident to the same recipient is undelivered. */
    private static final String DUE = """
            l.delivered_at IS NULL AND l.failed_at IS NULL AND l.channel = ?1 AND %s
            AND (l.claimed_until IS NULL OR l.claimed_until <= ?2)
            AND NOT EXISTS (SELECT 1 FROM notification e
              WHERE e.incident_id = l.incident_id AND e.recipient = l.recipient AND e.number < l.number
                AND e.delivered_at IS NULL AND e.failed_at IS NULL%s)""";

    private static final String TIME = "l.next_attempt_at <= ?2";
    private static final String ALONE = DUE.formatted(TIME, "");

    /** Earlier ones may share the message if they are due too. */
    private static final String TOGETHER = DUE.formatted(TIME, " AND (e.next_attempt_at > ?2 OR e.claimed_until > ?2)");

    /** Includes those that are only held for others, since there is a message to share. */
    private static final String WITH_HELD = DUE.formatted(
            "(" + TIME + " OR l.attempts = 0 AND NOT l.deferred)",
            " AND (e.next_attempt_at > ?2 AND (e.attempts > 0 OR e.deferred) OR e.claimed_until > ?2)");

    /** After three failed attempts a notification is sent alone: it may be the cause, and must not block others. */
    private static final String RETRIED = " AND l.attempts >= 3";

    /** A digest is always a separate message. */
    private static final String NOT_DIGEST = " AND l.kind <> 'DIGEST'";

    private static final String CLAIM = """
            UPDATE notification SET claimed_until = ?3, attempts = attempts + 1 WHERE id IN (
              SELECT l.id FROM notification l WHERE %s ORDER BY l.created_at, l.id LIMIT ?4 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private static final String RECIPIENTS = """
            SELECT l.recipient, COUNT(DISTINCT d.delivered_at), MAX(d.delivered_at)
            FROM (SELECT l.recipient, MIN(l.created_at) AS oldest FROM notification l WHERE %s GROUP BY l.recipient) l
            LEFT JOIN notification d ON d.recipient = l.recipient AND d.delivered_at > ?3
            GROUP BY l.recipient, l.oldest ORDER BY l.oldest, l.recipient""".formatted(TOGETHER);

    /** The recipient of the oldest notification, of those that the rate limit allows a message now. */
    Optional<String> nextRecipient() {
        List<?> rows = query(RECIPIENTS)
                .setParameter(3, NotificationEntity.utc(now.minus(Throttle.WINDOW)))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> isAllowed(((Number) row[1]).intValue(), row[2]))
                .map(row -> (String) row[0])
                .findFirst();
    }

    /** Digests last: they are less urgent. */
    List<UUID> claimOf(String recipient, Duration duration) {
        String toRecipient = " AND l.recipient = ?5";
        List<UUID> retried = claim(ALONE + RETRIED + toRecipient, 1, duration, recipient);
        if (!retried.isEmpty()) {
            return retried;
        }
        List<UUID> notDigest = claim(WITH_HELD + NOT_DIGEST + toRecipient, MAX_GROUPED, duration, recipient);
        return notDigest.isEmpty() ? claim(ALONE + toRecipient, 1, duration, recipient) : notDigest;
    }

    List<UUID> claimOne(Duration duration) {
        return claim(ALONE + " AND ?5 = ''", 1, duration, "");
    }

    @SuppressWarnings("unchecked")
    private List<UUID> claim(String condition, int limit, Duration duration, String recipient) {
        return query(CLAIM.formatted(condition))
                .setParameter(3, NotificationEntity.utc(now.plus(duration)))
                .setParameter(4, limit)
                .setParameter(5, recipient)
                .getResultList();
    }

    private Query query(String sql) {
        return database.createNativeQuery(sql)
                .setParameter(1, medium.name())
                .setParameter(2, NotificationEntity.utc(now));
    }

    private boolean isAllowed(int messages, Object lastDelivery) {
        return messages == 0
                || !instant(lastDelivery)
                        .plus(Throttle.minimumInterval(messages))
                        .isAfter(now);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) value).toInstant();
    }
}
