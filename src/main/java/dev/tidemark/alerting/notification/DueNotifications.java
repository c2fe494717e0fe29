package dev.tidemark.alerting.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    private static final String ISOLATED = " AND l.isolated";

    /** A digest is always a separate message. */
    private static final String NOT_DIGEST = " AND l.kind <> 'DIGEST'";

    private static final String CLAIM = """
            UPDATE notification SET claimed_until = ?3, attempts = attempts + 1 WHERE id IN (
              SELECT l.id FROM notification l WHERE %s ORDER BY l.created_at, l.id LIMIT ?4 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private static final String RECIPIENTS = """
            SELECT l.recipient, COUNT(DISTINCT d.delivered_at), MAX(d.delivered_at), l.overdue
            FROM (SELECT l.recipient, MIN(l.created_at) AS oldest, bool_or(l.last_error IS NOT NULL) AS overdue
              FROM notification l WHERE %s GROUP BY l.recipient) l
            LEFT JOIN notification d ON d.recipient = l.recipient AND d.delivered_at > ?3
            GROUP BY l.recipient, l.oldest, l.overdue ORDER BY l.oldest, l.recipient""".formatted(TOGETHER);

    private static final String SERVER = " AND l.channel = ?1 AND " + DeliveryServer.HOST + " = ?5";

    private static final String UNCLAIMED = """
            l.delivered_at IS NULL AND l.failed_at IS NULL AND (l.claimed_until IS NULL OR l.claimed_until <= ?2)""";

    /** The recipient of the oldest notification, of those that the rate limit allows a message now, or that an outage has delayed. */
    Optional<String> nextRecipient() {
        List<?> rows = query(RECIPIENTS)
                .setParameter(3, NotificationEntity.utc(now.minus(Throttle.WINDOW)))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> (Boolean) row[3] || isAllowed(((Number) row[1]).intValue(), row[2]))
                .map(row -> (String) row[0])
                .findFirst();
    }

    /** Digests last: they are less urgent. */
    List<UUID> claimOf(String recipient, Duration duration) {
        String toRecipient = " AND l.recipient = ?5";
        List<UUID> retried = claim(ALONE + ISOLATED + toRecipient, 1, duration, recipient);
        if (!retried.isEmpty()) {
            return retried;
        }
        List<UUID> notDigest = claim(WITH_HELD + NOT_DIGEST + toRecipient, MAX_GROUPED, duration, recipient);
        return notDigest.isEmpty() ? claim(ALONE + toRecipient, 1, duration, recipient) : notDigest;
    }

    /** The oldest one, except those to some hosts. */
    List<UUID> claimOne(Duration duration, Collection<String> exceptHosts) {
        String excluded = exceptHosts.stream().map(host -> "\n" + host + "\n").collect(Collectors.joining());
        String condition = " AND position(chr(10) || " + DeliveryServer.HOST + " || chr(10) IN ?5) = 0";
        return claim(ALONE + condition, 1, duration, excluded);
    }

    /** Says of every other notification to an unavailable server why it waits and until when. */
    void postpone(String host, String reason, Instant next) {
        query("UPDATE notification l SET last_error = ?3, next_attempt_at = GREATEST(l.next_attempt_at, ?4) WHERE "
                        + UNCLAIMED + SERVER)
                .setParameter(3, reason)
                .setParameter(4, NotificationEntity.utc(next))
                .setParameter(5, host)
                .executeUpdate();
    }

    /** A server that accepts one notification is asked to accept those that it has refused or not been reached for. */
    void resume(String host) {
        query("UPDATE notification l SET isolated = false, next_attempt_at = LEAST(l.next_attempt_at, ?2) WHERE "
                        + UNCLAIMED + SERVER + " AND l.last_error IS NOT NULL")
                .setParameter(5, host)
                .executeUpdate();
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
