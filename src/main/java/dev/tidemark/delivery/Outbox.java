package dev.tidemark.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door to letters: written in the transaction of what they tell, delivered from here later (ADR 0008). */
@ApplicationScoped
public class Outbox {

    private static final int MOST_LISTED = 500;

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected Outbox() {
        this(null);
    }

    @Inject
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    Outbox(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /** One letter to each recipient, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Notice notice, Collection<String> recipients) {
        for (String recipient : Set.copyOf(recipients)) {
            database.persist(new LetterEntity(notice, recipient, clock.instant()));
        }
    }

    /** Who has been told of an incident, or will be: everybody whom a letter is addressed to. */
    @Transactional
    public Set<String> toldOf(UUID incident) {
        return new TreeSet<>(database.createQuery(
                        "SELECT DISTINCT l.recipient FROM LetterEntity l WHERE l.incidentId = :incident", String.class)
                .setParameter("incident", incident)
                .getResultList());
    }

    /** Letters that have not arrived, oldest first, at most 500; with those that were given up. */
    @Transactional
    public List<Letter> unsent() {
        return records("SELECT l FROM LetterEntity l WHERE l.deliveredAt IS NULL ORDER BY l.createdAt, l.id");
    }

    /** How many letters wait, and how many were given up. */
    @Transactional
    public Backlog backlog() {
        Object[] row = (Object[]) database.createQuery("SELECT COUNT(l), COUNT(l.deadAt), MIN(l.createdAt)"
                        + " FROM LetterEntity l WHERE l.deliveredAt IS NULL")
                .getSingleResult();
        long dead = ((Number) row[1]).longValue();
        return new Backlog(((Number) row[0]).longValue() - dead, dead);
    }

    /** Tries a letter again that was given up; false when there is none. */
    @Transactional
    public boolean sendAgain(UUID letter) {
        Optional<LetterEntity> dead =
                Optional.ofNullable(database.find(LetterEntity.class, letter)).filter(LetterEntity::isDead);
        dead.ifPresent(one -> one.revive(clock.instant()));
        return dead.isPresent();
    }

    /**
     * Takes the oldest letters that are due for some time, so that no other node or thread takes them. A letter waits for
     * the earlier ones of its incident to the same recipient. Taking counts as an attempt.
     */
    @Transactional
    @SuppressWarnings("unchecked")
    List<Letter> claim(Medium medium, int most, Duration time) {
        Instant now = clock.instant();
        List<UUID> ids = database.createNativeQuery("""
                        UPDATE letter SET claimed_until = ?1, attempts = attempts + 1 WHERE id IN (
                          SELECT l.id FROM letter l
                          WHERE l.delivered_at IS NULL AND l.dead_at IS NULL AND l.medium = ?4 AND l.next_attempt_at <= ?2
                            AND (l.claimed_until IS NULL OR l.claimed_until <= ?2)
                            AND NOT EXISTS (SELECT 1 FROM letter e
                              WHERE e.incident_id = l.incident_id AND e.recipient = l.recipient AND e.number < l.number
                                AND e.delivered_at IS NULL AND e.dead_at IS NULL)
                          ORDER BY l.created_at, l.id LIMIT ?3 FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .setParameter(1, LetterEntity.utc(now.plus(time)))
                .setParameter(2, LetterEntity.utc(now))
                .setParameter(3, most)
                .setParameter(4, medium.name())
                .getResultList();
        return ids.isEmpty() ? List.of() : claimed(ids);
    }

    @Transactional
    void delivered(Letter letter) {
        database.find(LetterEntity.class, letter.id()).delivered(clock.instant());
    }

    @Transactional
    void failed(Letter letter, String why, Instant next) {
        database.find(LetterEntity.class, letter.id()).failed(why, next);
    }

    @Transactional
    void giveUp(Letter letter, String why) {
        database.find(LetterEntity.class, letter.id()).giveUp(why, clock.instant());
    }

    private List<Letter> claimed(List<UUID> ids) {
        return database
                .createQuery(
                        "SELECT l FROM LetterEntity l WHERE l.id IN :ids ORDER BY l.createdAt, l.id",
                        LetterEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(LetterEntity::toRecord)
                .toList();
    }

    private List<Letter> records(String query) {
        return database.createQuery(query, LetterEntity.class).setMaxResults(MOST_LISTED).getResultList().stream()
                .map(LetterEntity::toRecord)
                .toList();
    }
}
