package dev.tidemark.storage.run;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads rows of {@code run}. */
record RunReader(EntityManager entities) {
    static final int MAX_RUNS = 500;
    /** More than the number of probes times locations of any installation. */
    private static final int MAX_SERIES = 5_000;

    private static final int MAX_UNFINISHED = 100;

    Optional<Run> find(RunId run) {
        return only(entities.createQuery(
                        "SELECT r FROM RunEntity r WHERE r.id = :id AND r.plannedAt = :planned", RunEntity.class)
                .setParameter("id", run.value())
                .setParameter("planned", PlannedInstant.of(run)));
    }

    Optional<Run> find(Slot slot) {
        return only(entities.createQuery(
                        "SELECT r FROM RunEntity r WHERE r.probe = :probe AND r.location = :location AND r.plannedAt = :planned",
                        RunEntity.class)
                .setParameter("probe", slot.probe().slug())
                .setParameter("location", slot.location().name())
                .setParameter("planned", PlannedInstant.stored(slot).plannedAt()));
    }

    boolean hasRunsOf(ProbeId probe) {
        return !SqlStatement.of(entities, "SELECT 1 FROM series WHERE probe = ?1 LIMIT 1", probe.slug())
                .getResultList()
                .isEmpty();
    }

    Optional<RunConditions> conditions(RunId run) {
        List<Object[]> rows = SqlStatement.rows(
                entities,
                "SELECT CAST(profile AS text), cpu_benchmark FROM run WHERE id = ?1 AND planned_at = ?2 AND profile IS NOT NULL",
                run.value(),
                PlannedInstant.of(run));
        return rows.stream()
                .findFirst()
                .map(row -> new RunConditions(ProfileJson.read((String) row[0]), ((Number) row[1]).doubleValue()));
    }

    /** The planned time of the oldest stored run. */
    Optional<Instant> first(ProbeId probe, LocationName location) {
        return entities
                .createQuery(
                        "SELECT r.plannedAt FROM RunEntity r WHERE r.probe = :probe AND r.location = :location ORDER BY r.plannedAt",
                        Instant.class)
                .setParameter("probe", probe.slug())
                .setParameter("location", location.name())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    Page<Run> list(RunQuery query) {
        int limit = Math.max(1, Math.min(MAX_RUNS, query.limit()));
        List<Run> found = RunFilter.of(query).find(entities, limit + 1);
        return Page.first(found, limit, run -> new RunCursor(run.id()).text());
    }

    List<Run> last(ProbeId probe, LocationName location, int limit) {
        return runs(entities.createQuery("""
                        SELECT r FROM RunEntity r WHERE r.probe = :probe AND r.location = :location AND r.state = :ended
                        ORDER BY r.plannedAt DESC""", RunEntity.class)
                .setParameter("probe", probe.slug())
                .setParameter("location", location.name())
                .setParameter("ended", RunState.ENDED)
                .setMaxResults(Math.max(1, Math.min(MAX_RUNS, limit))));
    }

    Optional<Run> lastGood(ProbeId probe, LocationName location) {
        return only(entities.createQuery("""
                        SELECT r FROM RunEntity r WHERE r.probe = :probe AND r.location = :location AND r.outcome = :ok
                        ORDER BY r.plannedAt DESC""", RunEntity.class)
                .setParameter("probe", probe.slug())
                .setParameter("location", location.name())
                .setParameter("ok", OutcomeType.OK));
    }

    List<Run> unfinishedSince(LocationName location, Instant before) {
        return new RunRowReader(entities).of("""
                SELECT * FROM run WHERE location = ?1 AND state <> 'ENDED' AND state_since < ?2
                ORDER BY state_since, id LIMIT ?3""", location.name(), before, MAX_UNFINISHED);
    }

    @SuppressWarnings("unchecked")
    List<RunId> recentlyEnded(LocationName location, Instant plannedAfter, Instant endedBefore) {
        List<UUID> ids = SqlStatement.of(entities, """
                SELECT r.id FROM series s JOIN run r ON r.probe = s.probe AND r.location = s.location
                WHERE s.location = ?1 AND r.planned_at > ?2 AND r.state = 'ENDED' AND r.finished_at < ?3
                ORDER BY r.planned_at, r.id LIMIT ?4""", location.name(), plannedAfter, endedBefore, MAX_SERIES)
                .getResultList();
        return ids.stream().map(RunId::new).toList();
    }

    /** One index lookup per probe and location, newest partition first. */
    List<Run> latest() {
        return new RunRowReader(entities).of("""
                SELECT newest.* FROM series s CROSS JOIN LATERAL (
                    SELECT * FROM run r WHERE r.probe = s.probe AND r.location = s.location AND r.state = 'ENDED'
                    ORDER BY r.planned_at DESC LIMIT 1) newest
                ORDER BY newest.probe, newest.location LIMIT ?1""", MAX_SERIES);
    }

    List<OutcomeCount> counts(Interval interval) {
        return SqlStatement.rows(
                        entities, """
                        SELECT probe, location, outcome, count(*) FROM run
                        WHERE planned_at >= ?1 AND planned_at < ?2 AND outcome IS NOT NULL AND maintenance IS NULL
                        GROUP BY probe, location, outcome ORDER BY probe, location, outcome LIMIT ?3""", interval.from(), interval.to(), MAX_SERIES * OutcomeType.values().length)
                .stream()
                .map(row -> new OutcomeCount(
                        new ProbeId((String) row[0]),
                        new LocationName((String) row[1]),
                        OutcomeType.valueOf((String) row[2]),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    private static Optional<Run> only(TypedQuery<RunEntity> query) {
        return runs(query.setMaxResults(1)).stream().findFirst();
    }

    private static List<Run> runs(TypedQuery<RunEntity> query) {
        return query.getResultList().stream().map(RunEntity::toRun).toList();
    }
}
