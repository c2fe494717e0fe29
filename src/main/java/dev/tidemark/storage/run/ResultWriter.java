package dev.tidemark.storage.run;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** Writes the result of a run that has already ended: metrics, samples, artifacts. Results are never updated. */
record ResultWriter(EntityManager entities) {
    /** Limits user timings, as pages can generate arbitrary names. */
    static final int MAX_USER_TIMINGS = 50;

    private static final int MAX_METRICS = 10_000;
    private static final int MAX_SAMPLES = 9;
    private static final int MAX_ARTIFACTS = 128;
    private static final int MAX_ARTIFACT_BYTES = 8 << 20;

    void write(RunId run, RunResult result) {
        updateRun(run, result, limited(result.medians()));
        addMetrics(run);
        addMeasurements(run);
        markDayDue(run);
        int samples = Math.min(MAX_SAMPLES, result.samples().size());
        for (int n = 1; n <= samples; n++) {
            entities.persist(new SampleEntity(run, n, result.samples().get(n - 1)));
            writeArtifacts(run, n, result.samples().get(n - 1).artifacts());
        }
        entities.flush();
    }

    private void writeArtifacts(RunId run, int sample, List<Artifact> artifacts) {
        artifacts.stream()
                .filter(one -> one.content().length <= MAX_ARTIFACT_BYTES)
                .limit(MAX_ARTIFACTS)
                .forEach(one -> entities.persist(new ArtifactEntity(run, sample, one)));
    }

    private void updateRun(RunId run, RunResult result, Measurements medians) {
        SqlStatement.of(
                        entities,
                        """
                        UPDATE run SET browser = ?3, playwright = ?4, tidemark = ?5, profile = CAST(?6 AS jsonb), cpu_benchmark = ?7,
                            samples = ?8, representative = nullif(?9, -1), medians = CAST(?10 AS jsonb), absent = CAST(?11 AS jsonb)
                        WHERE id = ?1 AND planned_at = ?2""",
                        run.value(),
                        PlannedInstant.of(run),
                        result.engine().browser(),
                        result.engine().playwright(),
                        result.engine().tidemark(),
                        ProfileJson.of(result.profile()),
                        Math.max(0, result.cpuBenchmark()),
                        Math.min(MAX_SAMPLES, result.samples().size()),
                        result.representative().orElse(-1),
                        MetricJson.of(medians),
                        MetricJson.of(result.absent()))
                .executeUpdate();
    }

    private void addMetrics(RunId run) {
        SqlStatement.of(entities, """
                        INSERT INTO metric (code)
                        SELECT key FROM run CROSS JOIN LATERAL jsonb_object_keys(medians) AS key
                        WHERE id = ?1 AND planned_at = ?2 AND NOT EXISTS (SELECT 1 FROM metric WHERE code = key)
                        AND (SELECT count(*) FROM metric) < ?3
                        ORDER BY key
                        ON CONFLICT DO NOTHING""", run.value(), PlannedInstant.of(run), MAX_METRICS)
                .executeUpdate();
    }

    /** Copies the stored medians in one statement, so that both cannot differ. Runs in maintenance do not count in trends. */
    private void addMeasurements(RunId run) {
        SqlStatement.of(entities, """
                        INSERT INTO measurement (series_id, metric_id, planned_at, value, run_id)
                        SELECT s.id, m.id, r.planned_at, CAST(median.value AS double precision), r.id
                        FROM run r
                        CROSS JOIN LATERAL jsonb_each_text(r.medians) AS median
                        JOIN metric m ON m.code = median.key
                        JOIN series s ON s.probe = r.probe AND s.location = r.location
                        WHERE r.id = ?1 AND r.planned_at = ?2 AND r.maintenance IS NULL""", run.value(), PlannedInstant.of(run)).executeUpdate();
    }

    /** Locks the day: a summary in progress waits for this transaction, or is repeated after it. */
    private void markDayDue(RunId run) {
        SqlStatement.of(entities, """
                        INSERT INTO daily_summary_due (series_id, day)
                        SELECT s.id, CAST(r.planned_at AT TIME ZONE 'UTC' AS date)
                        FROM run r JOIN series s ON s.probe = r.probe AND s.location = r.location
                        WHERE r.id = ?1 AND r.planned_at = ?2 AND r.medians <> '{}'
                        ON CONFLICT (series_id, day) DO UPDATE SET day = excluded.day""", run.value(), PlannedInstant.of(run)).executeUpdate();
    }

    private static Measurements limited(Measurements medians) {
        Stream<Measurement> catalogued = medians.stream().filter(one -> !isUserTiming(one));
        Stream<Measurement> timings =
                medians.stream().filter(ResultWriter::isUserTiming).limit(MAX_USER_TIMINGS);
        return Measurements.of(Stream.concat(catalogued, timings).toList());
    }

    private static boolean isUserTiming(Measurement one) {
        return one.metric().isUserTiming();
    }
}
