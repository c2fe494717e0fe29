package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.SampleResult;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads samples and artifacts. */
record ArtifactReader(EntityManager entities) {
    List<SampleResult> samples(RunId run) {
        return entities
                .createQuery(
                        "SELECT s FROM SampleEntity s WHERE s.run = :run AND s.plannedAt = :planned ORDER BY s.n",
                        SampleEntity.class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .getResultList()
                .stream()
                .map(SampleEntity::toSample)
                .toList();
    }

    List<FilmstripFrame> frames(RunId run, int sample) {
        return entities.createQuery("""
                        SELECT new dev.tidemark.storage.run.FilmstripFrame(e.n, e.atMillis, e.mediaType) FROM ArtifactEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned AND e.sample = :sample AND e.kind = :kind ORDER BY e.n""", FilmstripFrame.class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .setParameter("sample", sample)
                .setParameter("kind", Artifact.ArtifactType.FRAME)
                .getResultList();
    }

    /** The last frame of each run that has any. */
    Map<RunId, ArtifactKey> lastFrames(List<RunId> runs) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        List<Instant> planned = runs.stream().map(PlannedInstant::of).sorted().toList();
        List<Object[]> rows = entities.createQuery("""
                        SELECT e.run, e.sample, MAX(e.n) FROM ArtifactEntity e WHERE e.run IN :runs
                        AND e.plannedAt >= :first AND e.plannedAt <= :last AND e.kind = :kind GROUP BY e.run, e.sample""", Object[].class)
                .setParameter("runs", runs.stream().map(RunId::value).toList())
                .setParameter("first", planned.get(0))
                .setParameter("last", planned.get(planned.size() - 1))
                .setParameter("kind", Artifact.ArtifactType.FRAME)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new RunId((UUID) row[0]),
                        row -> new ArtifactKey((int) row[1], Artifact.ArtifactType.FRAME, (int) row[2]),
                        (one, other) -> one));
    }

    /** The query selects the bytes, because the entity's content is lazy and would be read outside of the transaction. */
    Optional<Artifact> find(RunId run, int sample, Artifact.ArtifactType kind, int n) {
        return entities
                .createQuery("""
                        SELECT e.atMillis, e.mediaType, e.content FROM ArtifactEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned AND e.sample = :sample AND e.kind = :kind AND e.n = :n""", Object[].class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .setParameter("sample", sample)
                .setParameter("kind", kind)
                .setParameter("n", n)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Artifact(kind, n, (double) row[0], (String) row[1], (byte[]) row[2]));
    }

    /** The keys of the artifacts of a run, in order. */
    List<ArtifactKey> list(RunId run) {
        return entities.createQuery("""
                        SELECT new dev.tidemark.storage.run.ArtifactKey(e.sample, e.kind, e.n) FROM ArtifactEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned ORDER BY e.sample, e.kind, e.n""", ArtifactKey.class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .getResultList();
    }
}
