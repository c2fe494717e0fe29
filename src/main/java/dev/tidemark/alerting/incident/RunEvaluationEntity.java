package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.Run;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row of {@code run_evaluation}: what was decided after a run. */
@Entity
@Table(name = "run_evaluation")
class RunEvaluationEntity {

    @Id
    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "probe_id")
    private String probeId;

    private String location;

    @Column(name = "planned_at")
    private OffsetDateTime plannedAt;

    @Column(name = "evaluated_at")
    private OffsetDateTime evaluatedAt;

    private String lines;

    protected RunEvaluationEntity() {}

    RunEvaluationEntity(Run run, Instant now, List<String> logLines) {
        runId = run.id().value();
        probeId = run.slot().probe().slug();
        location = run.slot().location().name();
        plannedAt = IncidentEntity.utc(run.slot().plannedAt());
        evaluatedAt = IncidentEntity.utc(now);
        lines = String.join("\n", logLines);
    }

    RunEvaluation toRecord() {
        return new RunEvaluation(
                new RunId(runId), plannedAt.toInstant(), evaluatedAt.toInstant(), List.of(lines.split("\n")));
    }
}
