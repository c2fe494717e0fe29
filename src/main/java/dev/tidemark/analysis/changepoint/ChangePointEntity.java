package dev.tidemark.analysis.changepoint;

import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.timeseries.Point;
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

/** The row of a change candidate and of the decision about it. */
@Entity
@Table(name = "change_point")
class ChangePointEntity {

    @Id
    private UUID id;

    @Column(name = "probe_id")
    private String probeId;

    private String location;
    private String metric;

    @Enumerated(EnumType.STRING)
    private ChangeDirection direction;

    @Enumerated(EnumType.STRING)
    private SequentialTest.TestDecision state;

    @Column(name = "began_at")
    private OffsetDateTime beganAt;

    @Column(name = "detected_at")
    private OffsetDateTime detectedAt;

    @Column(name = "last_planned_at")
    private OffsetDateTime lastPlannedAt;

    @Column(name = "baseline_level")
    private double level;

    @Column(name = "baseline_spread")
    private double spread;

    @Column(name = "autocorrelation")
    private double persistence;

    @Column(name = "log_likelihood_ratio")
    private double support;

    private int runs;
    private double sum;

    @Column(name = "sum_of_squares")
    private double squares;

    @Column(name = "last_distance")
    private double before;

    @Column(name = "confirmation_runs")
    private int confirmationRuns;

    @Column(name = "confirmation_requested_at")
    private OffsetDateTime confirmationRequestedAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    /** Text, like {@code toldWith}: EclipseLink cannot read a UUID that is null. */
    @Column(name = "decided_by_run")
    private String decidedBy;

    @Column(name = "new_level")
    private Double nowLevel;

    @Column(name = "confidence_low")
    private Double low;

    @Column(name = "confidence_high")
    private Double high;

    @Column(name = "reported_with")
    private String reportedWith;

    protected ChangePointEntity() {}

    ChangePointEntity(Slot slot, Metric metric, ChangeCandidate candidate, RecentRuns recent) {
        id = UUID.randomUUID();
        probeId = slot.probe().slug();
        location = slot.location().name();
        this.metric = metric.code();
        direction = candidate.direction();
        state = SequentialTest.TestDecision.OPEN;
        beganAt = utc(recent.undecided().get(candidate.begin()).at());
        detectedAt = utc(slot.plannedAt());
        lastPlannedAt = detectedAt;
        SeriesBaseline baseline = recent.baseline();
        level = baseline.level();
        spread = baseline.spread();
        persistence = baseline.persistence();
        Point last = recent.runs().get(recent.runs().size() - 1);
        put(SequentialTest.begin(baseline.distance(last)));
    }

    UUID id() {
        return id;
    }

    Metric metric() {
        return Metric.of(metric);
    }

    ChangeDirection direction() {
        return direction;
    }

    boolean isOpen() {
        return state == SequentialTest.TestDecision.OPEN;
    }

    /** The state of the sequential test. */
    SequentialTest test() {
        return new SequentialTest(support, runs, sum, squares, before);
    }

    Instant beganAt() {
        return beganAt.toInstant();
    }

    Instant detectedAt() {
        return detectedAt.toInstant();
    }

    /** Adds a run to the test, unless a run that was planned later has been added. */
    void add(Seasonality season, Point point) {
        if (!point.at().isAfter(lastPlannedAt.toInstant())) {
            return;
        }
        SeriesBaseline baseline = new SeriesBaseline(season, level, spread, persistence);
        put(test().add(baseline, direction, baseline.distance(point)));
        lastPlannedAt = utc(point.at());
    }

    /** Whether a requested extra run has not been added yet. */
    boolean isWaiting() {
        return confirmationRequestedAt != null && lastPlannedAt.isBefore(confirmationRequestedAt);
    }

    void requestRun(Instant now) {
        confirmationRuns++;
        confirmationRequestedAt = utc(now);
    }

    void refute(Run run, Instant now) {
        decide(SequentialTest.TestDecision.REFUTED, run, now);
    }

    /** @param reportedBy the change whose notification covers this one; null for a change with its own notification */
    void confirm(PeriodComparison comparison, Run run, Instant now, UUID reportedBy) {
        decide(SequentialTest.TestDecision.CONFIRMED, run, now);
        nowLevel = comparison.laterMedian();
        level = comparison.earlierMedian();
        low = comparison.low();
        high = comparison.high();
        reportedWith = reportedBy == null ? null : reportedBy.toString();
    }

    ChangePoint toRecord() {
        return new ChangePoint(
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
                Optional.ofNullable(reportedWith).map(UUID::fromString));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void decide(SequentialTest.TestDecision decision, Run run, Instant now) {
        state = decision;
        decidedAt = utc(now);
        decidedBy = run.id().toString();
    }

    private void put(SequentialTest test) {
        support = test.support();
        runs = test.runs();
        sum = test.sum();
        squares = test.squares();
        before = test.before();
    }
}
