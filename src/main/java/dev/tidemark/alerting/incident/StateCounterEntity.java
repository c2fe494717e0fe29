package dev.tidemark.alerting.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/** A row of {@code probe_state}: one per probe, location and incident type; locked while a run is evaluated. */
@Entity
@Table(name = "probe_state")
class StateCounterEntity {

    @EmbeddedId
    private StateCounterId key;

    @Enumerated(EnumType.STRING)
    private ProbeState state;

    private OffsetDateTime since;

    @Column(name = "consecutive_bad")
    private int consecutiveBad;

    @Column(name = "consecutive_good")
    private int consecutiveGood;

    @Column(name = "last_planned_at")
    private OffsetDateTime lastPlannedAt;

    @Column(name = "limits_over_budget")
    private String limitsOverBudget;

    protected StateCounterEntity() {}

    StateCounter counter() {
        return new StateCounter(state, consecutiveBad, consecutiveGood);
    }

    StateCounterId key() {
        return key;
    }

    Instant since() {
        return since.toInstant();
    }

    Set<String> limitsOverBudget() {
        return limitsOverBudget.isEmpty() ? Set.of() : Set.of(limitsOverBudget.split("\n"));
    }

    /** Planned instant of the newest run that was evaluated. */
    Instant lastPlannedAt() {
        return lastPlannedAt.toInstant();
    }

    boolean isBefore(Instant plannedAt) {
        return lastPlannedAt.toInstant().isBefore(plannedAt);
    }

    void update(StateCounter next, Set<String> limitKeys, Instant plannedAt, Instant at) {
        if (next.state() != state) {
            since = IncidentEntity.utc(at);
        }
        state = next.state();
        consecutiveBad = next.consecutiveBad();
        consecutiveGood = next.consecutiveGood();
        limitsOverBudget = String.join("\n", new TreeSet<>(limitKeys));
        lastPlannedAt = IncidentEntity.utc(plannedAt);
    }

    /** Forgets the runs so far, because somebody resolved the incident: the next ones decide. */
    void restart(Instant at) {
        update(StateCounter.START, Set.of(), lastPlannedAt(), at);
    }

    /** One row per probe, location and type of incident. */
    @Embeddable
    static class StateCounterId {

        @Column(name = "probe_id")
        private String probeId;

        private String location;

        @Enumerated(EnumType.STRING)
        @Column(name = "incident_type")
        private IncidentType incidentType;

        protected StateCounterId() {}

        StateCounterId(String probeId, String location, IncidentType incidentType) {
            this.probeId = probeId;
            this.location = location;
            this.incidentType = incidentType;
        }

        String probeId() {
            return probeId;
        }

        String location() {
            return location;
        }

        IncidentType incidentType() {
            return incidentType;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StateCounterId that
                    && probeId.equals(that.probeId)
                    && location.equals(that.location)
                    && incidentType == that.incidentType;
        }

        @Override
        public int hashCode() {
            return probeId.hashCode() * 31 + location.hashCode() + incidentType.ordinal();
        }
    }
}
