package dev.tidemark.storage.run;

import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A read-only row of {@code run}. It is written by the statements of {@link SlotLedger}, which guard each change of state. */
@Entity
@Table(name = "run")
class RunEntity {
    @Id
    private UUID id;

    private String probe;

    private String location;

    @Convert(converter = InstantConverter.class)
    @Column(name = "planned_at")
    private Instant plannedAt;

    private boolean requested;

    @Enumerated(EnumType.STRING)
    private RunState state;

    @Convert(converter = InstantConverter.class)
    @Column(name = "state_since")
    private Instant stateSince;

    private int attempt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "started_at")
    private Instant startedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "finished_at")
    private Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private OutcomeType outcome;

    private String detail;

    private String browser;

    private String playwright;

    private String tidemark;

    private Integer representative;

    @Convert(converter = JsonTextConverter.class)
    private String medians;

    @Convert(converter = JsonTextConverter.class)
    private String absent;

    private String maintenance;

    protected RunEntity() {}

    Run toRun() {
        return new Run(
                new RunId(id),
                new Slot(new ProbeId(probe), new LocationName(location), plannedAt),
                requested,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt),
                state,
                Optional.ofNullable(outcome).map(kind -> new Outcome(kind, detail)),
                attempt,
                Optional.ofNullable(browser).map(name -> new Engine(name, playwright, tidemark)),
                MetricJson.measurements(medians),
                MetricJson.absences(absent),
                representative == null ? OptionalInt.empty() : OptionalInt.of(representative),
                Optional.ofNullable(maintenance));
    }
}
