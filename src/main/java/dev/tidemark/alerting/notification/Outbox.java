package dev.tidemark.alerting.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
            database.persist(new NotificationEntity(notice, recipient, clock.instant()));
        }
    }

    /** The same with a sheet in place of the notice's own words. Each goes as a mail of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Notice notice, RenderedMail sheet, Collection<String> recipients) {
        database.persist(new RenderedMailEntity(notice.incident(), sheet));
        post(notice, recipients);
    }

    /** A letter that goes later, unless {@link #withdrawHeld} takes it back before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Notice notice, String recipient, Instant until) {
        NotificationEntity letter = new NotificationEntity(notice, recipient, clock.instant());
        letter.hold(until);
        database.persist(letter);
    }

    /** Takes back an incident's letters that are still held; returns to whom nothing else of it went. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> withdrawHeld(UUID incident) {
        Set<String> before = toldOf(incident);
        database.createQuery("DELETE FROM NotificationEntity l WHERE l.incidentId = :incident AND l.deferred = TRUE"
                        + " AND l.attempts = 0 AND l.claimedUntil IS NULL")
                .setParameter("incident", incident)
                .executeUpdate();
        Set<String> told = toldOf(incident);
        before.removeAll(told);
        return before;
    }

    /** When each recipient was last written to about an incident; held letters count from when they go. */
    @Transactional
    public Map<String, Instant> lastToldOf(UUID incident) {
        Map<String, Instant> last = new TreeMap<>();
        database.createQuery("SELECT l FROM NotificationEntity l WHERE l.incidentId = :incident", NotificationEntity.class)
                .setParameter("incident", incident)
                .getResultList()
                .forEach(one -> last.merge(one.recipient(), one.goesAt(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    /** Lets go of letters that arrived before then, but those of the incidents given. */
    @Transactional
    public int forget(Instant deliveredBefore, Collection<UUID> butOf) {
        String but = butOf.isEmpty() ? "" : " AND l.incidentId NOT IN :open";
        Query letters = database.createQuery("DELETE FROM NotificationEntity l WHERE l.deliveredAt < :before" + but)
                .setParameter("before", NotificationEntity.utc(deliveredBefore));
        if (!butOf.isEmpty()) {
            letters.setParameter("open", butOf);
        }
        int forgotten = letters.executeUpdate();
        database.createNativeQuery(
                        "DELETE FROM rendered_mail m WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.incident_id = m.id)")
                .executeUpdate();
        return forgotten;
    }

    /** Who has been told of an incident, or will be: everybody whom a letter is addressed to. */
    @Transactional
    public Set<String> toldOf(UUID incident) {
        return new TreeSet<>(database.createQuery(
                        "SELECT DISTINCT l.recipient FROM NotificationEntity l WHERE l.incidentId = :incident", String.class)
                .setParameter("incident", incident)
                .getResultList());
    }

    /** Letters that have not arrived, oldest first, at most 500; with those that were given up. */
    @Transactional
    public List<Notification> unsent() {
        return records("SELECT l FROM NotificationEntity l WHERE l.deliveredAt IS NULL ORDER BY l.createdAt, l.id");
    }

    /** How many letters wait, and how many were given up. */
    @Transactional
    public UndeliveredNotifications backlog() {
        Object[] row = (Object[]) database.createQuery("SELECT COUNT(l), COUNT(l.failedAt), MIN(l.createdAt)"
                        + " FROM NotificationEntity l WHERE l.deliveredAt IS NULL")
                .getSingleResult();
        long dead = ((Number) row[1]).longValue();
        return new UndeliveredNotifications(((Number) row[0]).longValue() - dead, dead);
    }

    /** Tries a letter again that was given up; false when there is none. */
    @Transactional
    public boolean sendAgain(UUID letter) {
        Optional<NotificationEntity> dead =
                Optional.ofNullable(database.find(NotificationEntity.class, letter)).filter(NotificationEntity::isDead);
        dead.ifPresent(one -> one.revive(clock.instant()));
        return dead.isPresent();
    }

    /**
     * Takes the letters of one recipient that are due, for some time, so that no other node or thread takes them: the one whose
     * oldest letter is the oldest of those who may get a message now. Taking counts as an attempt.
     *
     * @param together whether letters may share a message; then a recipient's messages keep {@link Throttle}
     */
    @Transactional
    List<Notification> claim(ChannelType medium, boolean together, Duration time) {
        DueNotifications due = new DueNotifications(database, medium, clock.instant());
        List<UUID> ids = together
                ? due.nextRecipient()
                        .map(recipient -> due.claimOf(recipient, time))
                        .orElse(List.of())
                : due.claimOne(time);
        return ids.isEmpty() ? List.of() : claimed(ids);
    }

    /** All of them share one instant, by which {@link Throttle} counts them as one message. */
    @Transactional
    void delivered(List<Notification> letters) {
        Instant now = clock.instant();
        letters.forEach(letter -> database.find(NotificationEntity.class, letter.id()).delivered(now));
    }

    @Transactional
    void failed(Notification letter, String why, Instant next) {
        database.find(NotificationEntity.class, letter.id()).failed(why, next);
    }

    @Transactional
    void giveUp(Notification letter, String why) {
        database.find(NotificationEntity.class, letter.id()).giveUp(why, clock.instant());
    }

    private List<Notification> claimed(List<UUID> ids) {
        return database
                .createQuery(
                        "SELECT l FROM NotificationEntity l WHERE l.id IN :ids ORDER BY l.createdAt, l.number, l.id",
                        NotificationEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(NotificationEntity::toRecord)
                .map(letter -> letter.with(sheet(letter.notice())))
                .toList();
    }

    private Optional<RenderedMail> sheet(Notice notice) {
        return notice.tone() == NoticeKind.DIGEST
                ? Optional.ofNullable(database.find(RenderedMailEntity.class, notice.incident()))
                        .map(RenderedMailEntity::toRecord)
                : Optional.empty();
    }

    private List<Notification> records(String query) {
        return database.createQuery(query, NotificationEntity.class).setMaxResults(MOST_LISTED).getResultList().stream()
                .map(NotificationEntity::toRecord)
                .toList();
    }
}
