package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code artifact}: HAR, frames and screenshots of a run's n-th sample (from 1). */
@Entity
@Table(name = "artifact")
@IdClass(ArtifactEntity.ArtifactId.class)
class ArtifactEntity {
    @Id
    @Column(name = "run_id")
    private UUID run;

    @Id
    private int sample;

    @Id
    @Enumerated(EnumType.STRING)
    private Artifact.ArtifactType kind;

    @Id
    private int n;

    @Convert(converter = InstantConverter.class)
    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "at_ms")
    private double atMillis;

    @Column(name = "media_type")
    private String mediaType;

    /** Lazy, so that lists of frames do not load the pictures. */
    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    protected ArtifactEntity() {}

    ArtifactEntity(RunId run, int sample, Artifact artifact) {
        this.run = run.value();
        this.sample = sample;
        kind = artifact.kind();
        n = artifact.n();
        plannedAt = PlannedInstant.of(run);
        atMillis = artifact.atMillis();
        mediaType = artifact.mediaType();
        content = artifact.content();
    }

    record ArtifactId(UUID run, int sample, Artifact.ArtifactType kind, int n) {}
}
