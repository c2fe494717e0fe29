package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
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
import java.util.stream.Collectors;

/** Entry point: notifications are stored in the transaction of the event and delivered later (ADR 0008). */
@ApplicationScoped
public class Outbox {

    private static final int MAX_LISTED = 500;

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    Outbox(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /** Stores one notification per recipient, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Notice notice, Collection<String> recipients) {
        for (String recipient : Set.copyOf(recipients)) {
            database.persist(new NotificationEntity(notice, recipient, clock.instant()));
        }
    }

    /** The same with a rendered body in place of the text of the notice. Each is sent as a separate e-mail. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Notice notice, RenderedMail mail, Collection<String> recipients) {
        database.persist(new RenderedMailEntity(notice.incident(), mail));
        add(notice, recipients);
    }

    /** Stores a notification to be delivered later, unless {@link #removeHeld} removes it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Notice notice, String recipient, Instant until) {
        NotificationEntity notification = new NotificationEntity(notice, recipient, clock.instant());
        notification.holdUntil(until);
        database.persist(notification);
    }

    /** Removes held notifications of an incident; returns the recipients that got no other notification of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> removeHeld(UUID incident) {
        Set<String> heldRecipients = recipientsOf(incident);
        database.createQuery("DELETE FROM NotificationEntity l WHERE l.incidentId = :incident AND l.deferred = TRUE"
                        + " AND l.attempts = 0 AND l.claimedUntil IS NULL")
                .setParameter("incident", incident)
                .executeUpdate();
        Set<String> notified = recipientsOf(incident);
        heldRecipients.removeAll(notified);
        return heldRecipients;
    }

    /** The time of the last notification of an incident by recipient; of a held one, the time of its delivery. */
    @Transactional
    public Map<String, Instant> lastNotified(UUID incident) {
        Map<String, Instant> last = new TreeMap<>();
        rows(incident)
                .getResultList()
                .forEach(one -> last.merge(one.recipient(), one.sendAt(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    /** Deletes notifications that were delivered before an instant, except those of some incidents. Returns their number. */
    @Transactional
    public int deleteDelivered(Instant deliveredBefore, Collection<UUID> except) {
        String exclusion = except.isEmpty() ? "" : " AND l.incidentId NOT IN :open";
        Query notifications = database.createQuery(
                        "DELETE FROM NotificationEntity l WHERE l.deliveredAt < :before" + exclusion)
                .setParameter("before", NotificationEntity.utc(deliveredBefore));
        if (!except.isEmpty()) {
            notifications.setParameter("open", except);
        }
        int deleted = notifications.executeUpdate();
        database.createNativeQuery(
                        "DELETE FROM rendered_mail m WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.incident_id = m.id)")
                .executeUpdate();
        return deleted;
    }

    /** Recipients of the notifications of an incident, delivered or not. */
    @Transactional
    public Set<String> recipientsOf(UUID incident) {
        return rows(incident)
                .getResultStream()
                .map(NotificationEntity::recipient)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The notifications of an incident, delivered or not, oldest first, at most 500. */
    @Transactional
    public List<Notification> of(UUID incident) {
        return rows(incident).setMaxResults(MAX_LISTED).getResultList().stream()
                .map(NotificationEntity::toRecord)
                .toList();
    }

    /** Undelivered notifications, including those that were given up, oldest first, at most 500. */
    @Transactional
    public List<Notification> undelivered() {
        return records("SELECT l FROM NotificationEntity l WHERE l.deliveredAt IS NULL ORDER BY l.createdAt, l.id");
    }

    /** Numbers of undelivered notifications. */
    @Transactional
    public UndeliveredNotifications backlog() {
        Object[] row = (Object[]) database.createQuery("SELECT COUNT(l), COUNT(l.failedAt), MIN(l.createdAt)"
                        + " FROM NotificationEntity l WHERE l.deliveredAt IS NULL")
                .getSingleResult();
        long failed = ((Number) row[1]).longValue();
        return new UndeliveredNotifications(((Number) row[0]).longValue() - failed, failed);
    }

    /** Retries a notification that was given up; false when there is none. */
    @Transactional
    public boolean retry(UUID notification) {
        Optional<NotificationEntity> failed = Optional.ofNullable(database.find(NotificationEntity.class, notification))
                .filter(NotificationEntity::isFailed);
        failed.ifPresent(one -> {
            one.retry(clock.instant());
            Map<String, Object> details = Map.of(
                    "recipient", RecipientDisplay.display(one.recipient()).toString());
            AuditLog.record(database, AuditChange.action("retry", "notification", notification.toString(), details));
        });
        return failed.isPresent();
    }

    /** Records that a test notification was sent without the outbox. */
    @Transactional
    public void testSent(String recipient, boolean delivered) {
        AuditLog.record(
                database,
                AuditChange.action(
                        "send-test",
                        "recipient",
                        RecipientDisplay.display(recipient).toString(),
                        Map.of("delivered", delivered)));
    }

    /**
     * Claims due notifications of one recipient for some time, so that no other node or thread delivers them: of the recipient with
     * the oldest one, among those that the rate limit allows a message now. A claim counts as an attempt.
     *
     * @param together whether notifications may share a message; then {@link Throttle} applies
     * @param duration after which the claim expires
     * @param exceptHosts hosts of webhooks that are unavailable
     */
    @Transactional
    public List<Notification> claim(
            ChannelType type, boolean together, Duration duration, Collection<String> exceptHosts) {
        DueNotifications due = due(type);
        List<UUID> ids = together
                ? due.nextRecipient()
                        .map(recipient -> due.claimOf(recipient, duration))
                        .orElse(List.of())
                : due.claimOne(duration, exceptHosts);
        return ids.isEmpty() ? List.of() : claimed(ids);
    }

    /**
     * All get the same instant, by which {@link Throttle} counts them as one message. Others to the same server that were delayed
     * by an outage become due.
     */
    @Transactional
    public void delivered(List<Notification> notifications) {
        Instant now = clock.instant();
        notifications.forEach(notification ->
                database.find(NotificationEntity.class, notification.id()).delivered(now));
        database.flush();
        DeliveryServer server = DeliveryServer.of(notifications.get(0).recipient());
        due(server.channel()).resume(server.host());
    }

    /** Ends the claim without counting it as an attempt: the server was not available. All notifications to it wait. */
    @Transactional
    public void postpone(List<Notification> notifications, String reason, Instant next) {
        notifications.forEach(notification ->
                database.find(NotificationEntity.class, notification.id()).postponed(reason, next));
        database.flush();
        DeliveryServer server = DeliveryServer.of(notifications.get(0).recipient());
        due(server.channel()).postpone(server.host(), UntrustedText.clean(reason, NotificationEntity.MAX_REASON), next);
    }

    @Transactional
    public void failed(Notification notification, String reason, Instant next) {
        database.find(NotificationEntity.class, notification.id()).failed(reason, next);
    }

    @Transactional
    public void giveUp(Notification notification, String reason) {
        database.find(NotificationEntity.class, notification.id()).giveUp(reason, clock.instant());
    }

    private TypedQuery<NotificationEntity> rows(UUID incident) {
        return database.createQuery(
                        "SELECT l FROM NotificationEntity l WHERE l.incidentId = :incident ORDER BY l.createdAt, l.id",
                        NotificationEntity.class)
                .setParameter("incident", incident);
    }

    private DueNotifications due(ChannelType type) {
        return new DueNotifications(database, type, clock.instant());
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
                .map(notification -> notification.withRenderedMail(renderedMail(notification.notice())))
                .toList();
    }

    private Optional<RenderedMail> renderedMail(Notice notice) {
        return notice.kind() == NoticeKind.DIGEST
                ? Optional.ofNullable(database.find(RenderedMailEntity.class, notice.incident()))
                        .map(RenderedMailEntity::toRecord)
                : Optional.empty();
    }

    private List<Notification> records(String query) {
        return database.createQuery(query, NotificationEntity.class).setMaxResults(MAX_LISTED).getResultList().stream()
                .map(NotificationEntity::toRecord)
                .toList();
    }
}
