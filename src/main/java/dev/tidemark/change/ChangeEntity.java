package dev.tidemark.change;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import dev.tidemark.series.Point;
import dev.tidemark.trend.Comparison;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The row of a suspicion and of what became of it. */
@Entity
@Table(name = "change")
class ChangeEntity {

    @Id
    private UUID id;

    @Column(name = "probe_id")
    private String probeId;

    private String location;
    private String metric;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private Trial.State state;

    @Column(name = "began_at")
    private OffsetDateTime beganAt;

    @Column(name = "suspected_at")
    private OffsetDateTime suspectedAt;

    @Column(name = "last_planned_at")
    private OffsetDateTime lastPlannedAt;

    private double level;
    private double spread;
    private double persistence;
    private double support;
    private int runs;
    private double sum;
    private double squares;
    private double before;
    private int asked;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    /** Text, as the next one: EclipseLink cannot read a UUID that is null. */
    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "now_level")
    private Double nowLevel;

    private Double low;
    private Double high;

    @Column(name = "told_with")
    private String toldWith;

    protected ChangeEntity() {}

    ChangeEntity(Slot slot, Metric metric, Suspicion suspicion, Recent recent) {
        id = UUID.randomUUID();
        probeId = slot.probe().slug();
        location = slot.location().name();
        this.metric = metric.code();
        direction = suspicion.direction();
        state = Trial.State.OPEN;
        beganAt = utc(recent.undecided().get(suspicion.begin()).at());
        suspectedAt = utc(slot.plannedAt());
        lastPlannedAt = suspectedAt;
        Usual yardstick = recent.yardstick();
        level = yardstick.level();
        spread = yardstick.spread();
        persistence = yardstick.persistence();
        Point last = recent.runs().get(recent.runs().size() - 1);
        put(Trial.begin(yardstick.distance(last)));
    }

    UUID id() {
        return id;
    }

    Metric metric() {
        return Metric.of(metric);
    }

    Direction direction() {
        return direction;
    }

    boolean isOpen() {
        return state == Trial.State.OPEN;
    }

    /** The runs that were heard, of which it follows how the case stands. */
    Trial trial() {
        return new Trial(support, runs, sum, squares, before);
    }

    Instant beganAt() {
        return beganAt.toInstant();
    }

    Instant suspectedAt() {
        return suspectedAt.toInstant();
    }

    /** Hears a run that was planned after those it has heard; others say nothing new. */
    void hear(Season season, Point point) {
        if (!point.at().isAfter(lastPlannedAt.toInstant())) {
            return;
        }
        Usual usual = new Usual(season, level, spread, persistence);
        put(trial().hear(usual, direction, usual.distance(point)));
        lastPlannedAt = utc(point.at());
    }

    /** Whether a run that was asked for is still to come. */
    boolean isWaiting() {
        return askedAt != null && lastPlannedAt.isBefore(askedAt);
    }

    void ask(Instant now) {
        asked++;
        askedAt = utc(now);
    }

    void refute(Run by, Instant now) {
        decide(Trial.State.REFUTED, by, now);
    }

    /** @param with the one it is told with; null when it is told itself */
    void confirm(Comparison found, Run by, Instant now, UUID with) {
        decide(Trial.State.CONFIRMED, by, now);
        nowLevel = found.laterMedian();
        level = found.earlierMedian();
        low = found.low();
        high = found.high();
        toldWith = with == null ? null : with.toString();
    }

    Change toRecord() {
        return new Change(
                id,
                new ProbeId(probeId),
                new LocationName(location),
                metric(),
                direction,
                beganAt(),
                decidedAt.toInstant(),
                RunId.parse(decidedBy),
                level,
                nowLevel,
                low,
                high,
                Optional.ofNullable(toldWith).map(UUID::fromString));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void decide(Trial.State how, Run by, Instant now) {
        state = how;
        decidedAt = utc(now);
        decidedBy = by.id().toString();
    }

    private void put(Trial trial) {
        support = trial.support();
        runs = trial.runs();
        sum = trial.sum();
        squares = trial.squares();
        before = trial.before();
    }
}
