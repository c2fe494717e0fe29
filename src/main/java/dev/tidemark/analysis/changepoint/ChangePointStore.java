package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of candidates and confirmed changes, in the caller's transaction. */
@ApplicationScoped
class ChangePointStore {
    private static final String OF_SERIES = " c.probeId = :probe AND c.location = :location";
    private static final Duration REFUTED_RETENTION = Duration.ofDays(7);

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected ChangePointStore() {}

    ChangePointStore(EntityManager database) {
        this.database = database;
    }

    /** Locks the probe at this location against other nodes until the transaction ends. */
    void lock(Slot slot) {
        database.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(
                        1,
                        "change " + slot.probe().slug() + "@" + slot.location().name())
                .getSingleResult();
    }

    /** Open candidates, oldest first. */
    List<ChangePointEntity> open(Slot slot) {
        return of(
                        slot,
                        " AND c.state = dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.OPEN ORDER BY c.detectedAt")
                .getResultList();
    }

    /** For each metric with a decided candidate, the planned instant of the last run of its test. */
    Map<Metric, Instant> decisions(Slot slot) {
        return latest(
                slot,
                "c.lastPlannedAt",
                "c.state <> dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.OPEN");
    }

    /** For each metric with a confirmed change, the time of the last one. */
    Map<Metric, Instant> begins(Slot slot) {
        return latest(
                slot,
                "c.detectedAt",
                "c.state = dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.CONFIRMED");
    }

    /** The number of extra runs for candidates since an instant. */
    long requestedRuns(Slot slot, Instant since) {
        Number sum = (Number) database.createQuery("SELECT SUM(c.confirmationRuns) FROM ChangePointEntity c WHERE"
                        + OF_SERIES + " AND c.detectedAt >= :since")
                .setParameter("probe", slot.probe().slug())
                .setParameter("location", slot.location().name())
                .setParameter("since", ChangePointEntity.utc(since))
                .getSingleResult();
        return sum == null ? 0 : sum.longValue();
    }

    /** Stores a candidate, and deletes old refuted ones. */
    void add(ChangePointEntity change, Slot slot) {
        database.persist(change);
        database.createQuery(
                        "DELETE FROM ChangePointEntity c WHERE" + OF_SERIES
                                + " AND c.state = dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.REFUTED AND c.detectedAt < :old")
                .setParameter("probe", slot.probe().slug())
                .setParameter("location", slot.location().name())
                .setParameter("old", ChangePointEntity.utc(slot.plannedAt().minus(REFUTED_RETENTION)))
                .executeUpdate();
    }

    /** Changes with their own notification that began at or after an instant, newest first. */
    List<ChangePointEntity> reportedSince(Slot slot, Instant beganAt) {
        return of(
                        slot,
                        " AND c.state = dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.CONFIRMED AND c.reportedWith IS NULL"
                                + " AND c.beganAt >= :began ORDER BY c.beganAt DESC")
                .setParameter("began", ChangePointEntity.utc(beganAt))
                .getResultList();
    }

    /** Confirmed changes that began in the interval, newest first. */
    List<ChangePoint> confirmed(ProbeId probe, Interval interval, int limit) {
        return database
                .createQuery(
                        "SELECT c FROM ChangePointEntity c WHERE c.probeId = :probe AND c.beganAt >= :from AND c.beganAt < :to"
                                + " AND c.state = dev.tidemark.analysis.changepoint.SequentialTest.TestDecision.CONFIRMED ORDER BY c.beganAt DESC, c.metric",
                        ChangePointEntity.class)
                .setParameter("probe", probe.slug())
                .setParameter("from", ChangePointEntity.utc(interval.from()))
                .setParameter("to", ChangePointEntity.utc(interval.to()))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ChangePointEntity::toRecord)
                .toList();
    }

    private Map<Metric, Instant> latest(Slot slot, String expression, String condition) {
        List<Object[]> rows = database.createQuery(
                        "SELECT c.metric, MAX(" + expression + ") FROM ChangePointEntity c WHERE" + OF_SERIES + " AND "
                                + condition + " GROUP BY c.metric",
                        Object[].class)
                .setParameter("probe", slot.probe().slug())
                .setParameter("location", slot.location().name())
                .getResultList();
        Map<Metric, Instant> latest = new HashMap<>();
        rows.forEach(row -> latest.put(Metric.of((String) row[0]), ((OffsetDateTime) row[1]).toInstant()));
        return latest;
    }

    private TypedQuery<ChangePointEntity> of(Slot slot, String conditions) {
        return database.createQuery(
                        "SELECT c FROM ChangePointEntity c WHERE" + OF_SERIES + conditions, ChangePointEntity.class)
                .setParameter("probe", slot.probe().slug())
                .setParameter("location", slot.location().name());
    }
}
