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

/** The row of a {@link StateCounter}; locked while a run is recorded. */
@Entity
@Table(name = "standing")
class StateCounterEntity {

    @EmbeddedId
    private StateCounterId key;

    @Enumerated(EnumType.STRING)
    private ProbeState state;

    private OffsetDateTime since;

    @Column(name = "bad_in_a_row")
    private int badInARow;

    @Column(name = "good_in_a_row")
    private int goodInARow;

    @Column(name = "last_planned_at")
    private OffsetDateTime lastPlannedAt;

    private String broken;

    protected StateCounterEntity() {}

    StateCounter standing() {
        return new StateCounter(state, badInARow, goodInARow);
    }

    StateCounterId key() {
        return key;
    }

    Instant since() {
        return since.toInstant();
    }

    Set<String> broken() {
        return broken.isEmpty() ? Set.of() : Set.of(broken.split("\n"));
    }

    boolean isBefore(Instant plannedAt) {
        return lastPlannedAt.toInstant().isBefore(plannedAt);
    }

    void become(StateCounter next, Set<String> brokenNow, Instant plannedAt, Instant at) {
        if (next.state() != state) {
            since = IncidentEntity.utc(at);
        }
        state = next.state();
        badInARow = next.badInARow();
        goodInARow = next.goodInARow();
        broken = String.join("\n", new TreeSet<>(brokenNow));
        lastPlannedAt = IncidentEntity.utc(plannedAt);
    }

    /** One row per probe, location and type of incident. */
    @Embeddable
    static class StateCounterId {

        @Column(name = "probe_id")
        private String probeId;

        private String location;

        @Enumerated(EnumType.STRING)
        private IncidentType concern;

        protected StateCounterId() {}

        StateCounterId(String probeId, String location, IncidentType concern) {
            this.probeId = probeId;
            this.location = location;
            this.concern = concern;
        }

        String probeId() {
            return probeId;
        }

        String location() {
            return location;
        }

        IncidentType concern() {
            return concern;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StateCounterId that
                    && probeId.equals(that.probeId)
                    && location.equals(that.location)
                    && concern == that.concern;
        }

        @Override
        public int hashCode() {
            return probeId.hashCode() * 31 + location.hashCode() + concern.ordinal();
        }
    }
}
