package dev.tidemark.alerting.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which letters may go now, in SQL, because PostgreSQL's SKIP LOCKED decides between nodes. */
record DueNotifications(EntityManager database, ChannelType medium, Instant now) {

    private static final int MOST_TOGETHER = 1_000;

    /** Nobody has it, and no earlier letter of its incident to its recipient stays behind. */
    private static final String DUE = """
            l.delivered_at IS NULL AND l.failed_at IS NULL AND l.channel = ?1 AND %s
            AND (l.claimed_until IS NULL OR l.claimed_until <= ?2)
            AND NOT EXISTS (SELECT 1 FROM notification e
              WHERE e.incident_id = l.incident_id AND e.recipient = l.recipient AND e.number < l.number
                AND e.delivered_at IS NULL AND e.failed_at IS NULL%s)""";

    private static final String TIME = "l.next_attempt_at <= ?2";
    private static final String ALONE = DUE.formatted(TIME, "");

    /** The earlier ones travel in the same message, if they may go too. */
    private static final String TOGETHER = DUE.formatted(TIME, " AND (e.next_attempt_at > ?2 OR e.claimed_until > ?2)");

    /** Those too that only wait for company: it is there. */
    private static final String COMPANY = DUE.formatted(
            "(" + TIME + " OR l.attempts = 0 AND NOT l.deferred)",
            " AND (e.next_attempt_at > ?2 AND (e.attempts > 0 OR e.deferred) OR e.claimed_until > ?2)");

    /** A letter that was not taken three times goes alone: it may be its own fault, and must not hold up others. */
    private static final String STUBBORN = " AND l.attempts >= 3";

    /** A digest is a message of its own: it shares none with news. */
    private static final String NEWS = " AND l.kind <> 'DIGEST'";

    private static final String CLAIM = """
            UPDATE notification SET claimed_until = ?3, attempts = attempts + 1 WHERE id IN (
              SELECT l.id FROM notification l WHERE %s ORDER BY l.created_at, l.id LIMIT ?4 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private static final String RECIPIENTS = """
            SELECT l.recipient, COUNT(DISTINCT d.delivered_at), MAX(d.delivered_at)
            FROM (SELECT l.recipient, MIN(l.created_at) AS oldest FROM notification l WHERE %s GROUP BY l.recipient) l
            LEFT JOIN notification d ON d.recipient = l.recipient AND d.delivered_at > ?3
            GROUP BY l.recipient, l.oldest ORDER BY l.oldest, l.recipient""".formatted(TOGETHER);

    /** The recipient with the oldest letter, of those who may get a message now. */
    Optional<String> nextRecipient() {
        List<?> rows = query(RECIPIENTS)
                .setParameter(3, NotificationEntity.utc(now.minus(Throttle.LATELY)))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> mayGetOne(((Number) row[1]).intValue(), row[2]))
                .map(row -> (String) row[0])
                .findFirst();
    }

    /** News first: they are more urgent than a digest. */
    List<UUID> claimOf(String recipient, Duration time) {
        String theirs = " AND l.recipient = ?5";
        List<UUID> stubborn = claim(ALONE + STUBBORN + theirs, 1, time, recipient);
        if (!stubborn.isEmpty()) {
            return stubborn;
        }
        List<UUID> news = claim(COMPANY + NEWS + theirs, MOST_TOGETHER, time, recipient);
        return news.isEmpty() ? claim(ALONE + theirs, 1, time, recipient) : news;
    }

    List<UUID> claimOne(Duration time) {
        return claim(ALONE + " AND ?5 = ''", 1, time, "");
    }

    @SuppressWarnings("unchecked")
    private List<UUID> claim(String which, int most, Duration time, String recipient) {
        return query(CLAIM.formatted(which))
                .setParameter(3, NotificationEntity.utc(now.plus(time)))
                .setParameter(4, most)
                .setParameter(5, recipient)
                .getResultList();
    }

    private Query query(String sql) {
        return database.createNativeQuery(sql).setParameter(1, medium.name()).setParameter(2, NotificationEntity.utc(now));
    }

    private boolean mayGetOne(int messages, Object last) {
        return messages == 0 || !instant(last).plus(Throttle.after(messages)).isAfter(now);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) value).toInstant();
    }
}
