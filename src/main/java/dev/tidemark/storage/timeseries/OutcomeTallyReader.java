package dev.tidemark.storage.timeseries;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts outcomes: all runs with an index-only scan, and the few unsuccessful ones separately. */
record OutcomeTallyReader(EntityManager entities) {

    private static final String ALL = """
            SELECT count(*), min(planned_at) FROM run
            WHERE probe = ?1 AND location = ?2 AND planned_at >= ?3 AND planned_at < ?4""";

    private static final String NOT_GOOD = """
            SELECT count(*) FILTER (WHERE fault = 'TARGET'), count(*) FILTER (WHERE fault <> 'TARGET') FROM run
            WHERE probe = ?1 AND location = ?2 AND planned_at >= ?3 AND planned_at < ?4 AND outcome <> 'OK'
            AND maintenance IS NULL""";

    private static final String UNENDED = """
            SELECT count(*) FROM run
            WHERE probe = ?1 AND location = ?2 AND planned_at >= ?3 AND planned_at < ?4 AND state <> 'ENDED'
            AND maintenance IS NULL""";

    private static final String IN_MAINTENANCE = """
            SELECT count(*), count(*) FILTER (WHERE state = 'ENDED') FROM run
            WHERE probe = ?1 AND location = ?2 AND planned_at >= ?3 AND planned_at < ?4 AND maintenance IS NOT NULL""";

    private static final String LAST_RESULT = """
            SELECT planned_at FROM run WHERE probe = ?1 AND location = ?2 AND planned_at < ?3
            AND fault IN ('NONE', 'TARGET') ORDER BY planned_at DESC LIMIT 1""";

    /** The partial index of unsuccessful runs makes it fast over any interval. */
    private static final String FAILURES = """
            SELECT min(planned_at), outcome, count(*) FROM run
            WHERE probe = ?1 AND location = ?2 AND planned_at >= ?3 AND planned_at < ?4 AND outcome <> 'OK'
            GROUP BY floor(extract(epoch FROM planned_at) / ?5), outcome ORDER BY 1, 2 LIMIT ?6""";

    private static final int MAX_FAILURES = 2_000;

    List<FailureCount> failures(ProbeId probe, LocationName location, Interval interval, Duration step) {
        return SqlStatement.rows(
                        entities,
                        FAILURES,
                        probe.slug(),
                        location.name(),
                        interval.from(),
                        interval.to(),
                        step.toMillis() / 1_000.0,
                        MAX_FAILURES)
                .stream()
                .map(row -> new FailureCount(
                        instant(row[0]).orElseThrow(), OutcomeType.valueOf((String) row[1]), number(row[2])))
                .toList();
    }

    OutcomeTally tally(ProbeId probe, LocationName location, Interval interval) {
        Object[] all = rows(ALL, probe, location, interval).get(0);
        Object[] bad = rows(NOT_GOOD, probe, location, interval).get(0);
        long unended =
                number(SqlStatement.of(entities, UNENDED, probe.slug(), location.name(), interval.from(), interval.to())
                        .getSingleResult());
        Object[] inMaintenance = rows(IN_MAINTENANCE, probe, location, interval).get(0);
        long failed = number(bad[0]);
        long left = number(bad[1]);
        long counted = number(all[0]) - left - unended - number(inMaintenance[0]);
        return new OutcomeTally(counted, failed, left + number(inMaintenance[1]), instant(all[1]));
    }

    Optional<Instant> lastResult(ProbeId probe, LocationName location, Instant before) {
        List<?> found = SqlStatement.of(entities, LAST_RESULT, probe.slug(), location.name(), before)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : instant(found.get(0));
    }

    private List<Object[]> rows(String sql, ProbeId probe, LocationName location, Interval interval) {
        return SqlStatement.rows(entities, sql, probe.slug(), location.name(), interval.from(), interval.to());
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    private static Optional<Instant> instant(Object column) {
        return Optional.ofNullable(column).map(at -> ((Timestamp) at).toInstant());
    }
}
