package dev.tidemark.model.result;

import java.time.Instant;
import java.util.Objects;

/** A planned execution, which happens exactly once: a probe at a location at a planned time. */
public record Slot(ProbeId probe, LocationName location, Instant plannedAt) {

    public Slot {
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(plannedAt, "plannedAt");
    }
}
