package dev.tidemark.delivery;

import dev.tidemark.it.TestEntities;
import dev.tidemark.observation.ProbeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The outbox with each call in a transaction, as the container's interceptor makes it. */
public final class OutboxInTransactions extends Outbox {

    private final TestEntities entities;

    public OutboxInTransactions(Clock clock, TestEntities entities) {
        super(clock, entities.manager());
        this.entities = entities;
    }

    @Override
    public Set<String> toldOf(UUID incident) {
        return entities.inTransaction(() -> super.toldOf(incident));
    }

    @Override
    public Map<String, Instant> lastToldOf(UUID incident) {
        return entities.inTransaction(() -> super.lastToldOf(incident));
    }

    /** Every letter about a probe in the order of its writing. */
    public List<Letter> of(ProbeId probe) {
        return entities.inTransaction(() -> entities
                .manager()
                .createQuery(
                        "SELECT l FROM LetterEntity l WHERE l.probeId = :probe ORDER BY l.createdAt, l.number",
                        LetterEntity.class)
                .setParameter("probe", probe.slug())
                .getResultList()
                .stream()
                .map(LetterEntity::toRecord)
                .toList());
    }

    @Override
    public List<Letter> unsent() {
        return entities.inTransaction(super::unsent);
    }

    @Override
    public Backlog backlog() {
        return entities.inTransaction(super::backlog);
    }

    @Override
    public boolean sendAgain(UUID letter) {
        return entities.inTransaction(() -> super.sendAgain(letter));
    }

    @Override
    List<Letter> claim(Medium medium, boolean together, Duration time) {
        return entities.inTransaction(() -> super.claim(medium, together, time));
    }

    @Override
    void delivered(List<Letter> letters) {
        entities.inTransaction(() -> super.delivered(letters));
    }

    @Override
    void failed(Letter letter, String why, Instant next) {
        entities.inTransaction(() -> super.failed(letter, why, next));
    }

    @Override
    void giveUp(Letter letter, String why) {
        entities.inTransaction(() -> super.giveUp(letter, why));
    }
}
