package dev.tidemark.alerting.notification;

import dev.tidemark.it.TestEntities;
import dev.tidemark.model.result.ProbeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An outbox with each call in a transaction, as with the container's interceptor. */
public final class TransactionalOutbox extends Outbox {

    /** See {@link Throttle#HOLD_DOWN}. */
    public static final Duration HOLD_DOWN = Throttle.HOLD_DOWN;

    private final TestEntities entities;

    public TransactionalOutbox(Clock clock, TestEntities entities) {
        super(clock, entities.manager());
        this.entities = entities;
    }

    @Override
    public Set<String> recipientsOf(UUID incident) {
        return entities.inTransaction(() -> super.recipientsOf(incident));
    }

    @Override
    public Map<String, Instant> lastNotified(UUID incident) {
        return entities.inTransaction(() -> super.lastNotified(incident));
    }

    /** All notifications about a probe, in the order in which they were stored. */
    public List<Notification> of(ProbeId probe) {
        return entities.inTransaction(() -> entities
                .manager()
                .createQuery(
                        "SELECT l FROM NotificationEntity l WHERE l.probeId = :probe ORDER BY l.createdAt, l.number",
                        NotificationEntity.class)
                .setParameter("probe", probe.slug())
                .getResultList()
                .stream()
                .map(NotificationEntity::toRecord)
                .toList());
    }

    @Override
    public List<Notification> undelivered() {
        return entities.inTransaction(super::undelivered);
    }

    @Override
    public UndeliveredNotifications backlog() {
        return entities.inTransaction(super::backlog);
    }

    @Override
    public boolean retry(UUID letter) {
        return entities.inTransaction(() -> super.retry(letter));
    }

    @Override
    public List<Notification> claim(
            ChannelType medium, boolean together, Duration time, Collection<String> exceptHosts) {
        return entities.inTransaction(() -> super.claim(medium, together, time, exceptHosts));
    }

    @Override
    public void postpone(List<Notification> letters, String why, Instant next) {
        entities.inTransaction(() -> super.postpone(letters, why, next));
    }

    @Override
    public void delivered(List<Notification> letters) {
        entities.inTransaction(() -> super.delivered(letters));
    }

    @Override
    public void failed(Notification letter, String why, Instant next) {
        entities.inTransaction(() -> super.failed(letter, why, next));
    }

    @Override
    public void giveUp(Notification letter, String why) {
        entities.inTransaction(() -> super.giveUp(letter, why));
    }
}
