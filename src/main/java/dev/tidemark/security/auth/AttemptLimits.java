package dev.tidemark.security.auth;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Counts attempts in the database, for all nodes. An attempt is reserved before the password is verified, so that simultaneous
 * ones are counted as well. A limit is a token bucket of which only the time is stored when it is full again (GCRA,
 * https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). The clock is that of the database.
 */
@ApplicationScoped
public class AttemptLimits {

    /** Rows beyond this number are deleted, those with the least debt first. */
    static final int MAX_ROWS = 100_000;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String RESERVE = """
            INSERT INTO attempt_limit AS l (subject, recovers_at)
            VALUES (?1, clock_timestamp() + ?2 * interval '1 second')
            ON CONFLICT (subject) DO UPDATE
            SET recovers_at = greatest(l.recovers_at, clock_timestamp()) + ?2 * interval '1 second'
            WHERE l.recovers_at <= clock_timestamp() + ?3 * interval '1 second'
            RETURNING 1""";

    private static final String WAIT = """
            SELECT CAST(ceil(extract(epoch FROM recovers_at - clock_timestamp())) AS bigint)
            FROM attempt_limit WHERE subject = ?1""";

    private static final String GIVE_BACK = """
            UPDATE attempt_limit SET recovers_at = recovers_at - ?2 * interval '1 second' WHERE subject = ?1""";

    private static final String CLEAN = """
            DELETE FROM attempt_limit WHERE recovers_at < clock_timestamp() OR subject IN (
              SELECT subject FROM attempt_limit ORDER BY recovers_at DESC OFFSET ?1)""";

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final PeriodicTasks tasks;

    @Inject
    public AttemptLimits(PeriodicTasks tasks) {
        this.tasks = tasks;
    }

    AttemptLimits(EntityManager entities) {
        this((PeriodicTasks) null);
        this.entities = entities;
    }

    void begin(@Observes @Priority(2) Startup startup, AttemptLimits self) {
        tasks.schedule(PAUSE, "old sign-in attempts cannot be deleted; will retry", self::clean);
    }

    /**
     * Reserves one attempt of each limit, in the given order, up to the first that is exhausted.
     *
     * @return the time to wait; empty if the attempt may be made now
     */
    @Transactional
    public Optional<Duration> reserve(List<AttemptLimit> limits) {
        return limits.stream().filter(limit -> !isReserved(limit)).findFirst().map(this::waitTime);
    }

    private boolean isReserved(AttemptLimit limit) {
        return !entities.createNativeQuery(RESERVE)
                .setParameter(1, hash(limit.subject()))
                .setParameter(2, limit.refill().toSeconds())
                .setParameter(3, limit.refill().toSeconds() * (limit.burst() - 1))
                .getResultList()
                .isEmpty();
    }

    private Duration waitTime(AttemptLimit limit) {
        List<?> rows = entities.createNativeQuery(WAIT)
                .setParameter(1, hash(limit.subject()))
                .getResultList();
        long debt = rows.isEmpty() ? 0 : ((Number) rows.get(0)).longValue();
        long seconds = debt - limit.refill().toSeconds() * (limit.burst() - 1);
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    /** Gives back one attempt of each limit, which was no guess. */
    @Transactional
    public void giveBack(List<AttemptLimit> limits) {
        limits.forEach(limit -> entities.createNativeQuery(GIVE_BACK)
                .setParameter(1, hash(limit.subject()))
                .setParameter(2, limit.refill().toSeconds())
                .executeUpdate());
    }

    /** Deletes what no longer limits anything. */
    @Transactional
    void clean() {
        entities.createNativeQuery(CLEAN).setParameter(1, MAX_ROWS).executeUpdate();
    }

    static String hash(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Java without SHA-256", missing);
        }
    }
}
