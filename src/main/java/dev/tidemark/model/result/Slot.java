package dev.tidemark.model.result;

import java.time.Instant;
import java.util.Objects;

/** The thing that must happen exactly once: a probe at a location at a planned instant. */
public record Slot(ProbeId probe, LocationName location, Instant plannedAt) {

    public Slot {
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(plannedAt, "plannedAt");
    }
}
