package dev.tidemark.history;

import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.RunId;
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

/** A row of {@code evidence}: HAR, frames and screenshots of a run's n-th sample (from 1). */
@Entity
@Table(name = "evidence")
@IdClass(EvidenceEntity.Key.class)
class EvidenceEntity {
    @Id
    @Column(name = "run_id")
    private UUID run;

    @Id
    private int sample;

    @Id
    @Enumerated(EnumType.STRING)
    private Evidence.Kind kind;

    @Id
    private int n;

    @Convert(converter = InstantConverter.class)
    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "at_ms")
    private double atMillis;

    @Column(name = "media_type")
    private String mediaType;

    /** Lists of frames must not drag a megabyte of pictures along. */
    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    protected EvidenceEntity() {}

    EvidenceEntity(RunId run, int sample, Evidence evidence) {
        this.run = run.value();
        this.sample = sample;
        kind = evidence.kind();
        n = evidence.n();
        plannedAt = PlannedInstant.of(run);
        atMillis = evidence.atMillis();
        mediaType = evidence.mediaType();
        content = evidence.content();
    }

    record Key(UUID run, int sample, Evidence.Kind kind, int n) {}
}
