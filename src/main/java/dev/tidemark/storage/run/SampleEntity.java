package dev.tidemark.storage.run;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of {@code sample}; {@code n} counts from 1. */
@Entity
@Table(name = "sample")
@IdClass(SampleEntity.SampleId.class)
class SampleEntity {
    @Id
    @Column(name = "run_id")
    private UUID run;

    @Id
    private int n;

    @Convert(converter = InstantConverter.class)
    @Column(name = "planned_at")
    private Instant plannedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "duration_ms")
    private long durationMillis;

    @Enumerated(EnumType.STRING)
    private OutcomeType outcome;

    private String detail;

    private String warnings;

    private byte[] details;

    protected SampleEntity() {}

    SampleEntity(RunId run, int n, SampleResult sample) {
        this.run = run.value();
        this.n = n;
        plannedAt = PlannedInstant.of(run);
        startedAt = sample.startedAt();
        durationMillis = sample.duration().toMillis();
        outcome = sample.outcome().kind();
        detail = sample.outcome().detail();
        warnings = sample.warnings().stream().map(SampleWarning::name).sorted().collect(Collectors.joining(","));
        details = SampleDetails.of(sample).zip();
    }

    /** The sample without its artifacts. */
    SampleResult toSample() {
        SampleDetails unzipped = SampleDetails.unzip(details);
        return new SampleResult(
                startedAt,
                Duration.ofMillis(durationMillis),
                new Outcome(outcome, detail),
                warnings(),
                unzipped.toMeasurements(),
                unzipped.toAbsences(),
                unzipped.page(),
                List.of());
    }

    private Set<SampleWarning> warnings() {
        return Stream.of(warnings.split(","))
                .filter(name -> !name.isEmpty())
                .map(SampleWarning::valueOf)
                .collect(Collectors.toSet());
    }

    record SampleId(UUID run, int n) {}
}
