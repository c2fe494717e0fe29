package dev.tidemark.history;

import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.SampleResult;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Reads samples and what is kept beside them. */
record EvidenceReader(EntityManager entities) {
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

    List<Frame> frames(RunId run, int sample) {
        return entities.createQuery("""
                        SELECT new dev.tidemark.history.Frame(e.n, e.atMillis, e.mediaType) FROM EvidenceEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned AND e.sample = :sample AND e.kind = :kind ORDER BY e.n""", Frame.class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .setParameter("sample", sample)
                .setParameter("kind", Evidence.Kind.FRAME)
                .getResultList();
    }

    /** The bytes are named in the query: a row's own content is lazy, and the row may outlive its transaction. */
    Optional<Evidence> find(RunId run, int sample, Evidence.Kind kind, int n) {
        return entities
                .createQuery("""
                        SELECT e.atMillis, e.mediaType, e.content FROM EvidenceEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned AND e.sample = :sample AND e.kind = :kind AND e.n = :n""", Object[].class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .setParameter("sample", sample)
                .setParameter("kind", kind)
                .setParameter("n", n)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Evidence(kind, n, (double) row[0], (String) row[1], (byte[]) row[2]));
    }

    /** Which evidence there is of a run, without its bytes, in order. */
    List<EvidenceKey> list(RunId run) {
        return entities.createQuery("""
                        SELECT new dev.tidemark.history.EvidenceKey(e.sample, e.kind, e.n) FROM EvidenceEntity e
                        WHERE e.run = :run AND e.plannedAt = :planned ORDER BY e.sample, e.kind, e.n""", EvidenceKey.class)
                .setParameter("run", run.value())
                .setParameter("planned", PlannedInstant.of(run))
                .getResultList();
    }
}
