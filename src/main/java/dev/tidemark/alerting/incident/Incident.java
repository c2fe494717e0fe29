package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A broken budget or a failing probe over time.
 *
 * @param state its state now; passing once it is resolved
 * @param worst the worst state it ever had
 * @param headline what is or was wrong, in a few words: {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}
 * @param openedBy the run that opened it
 */
public record Incident(
        UUID id,
        ProbeId probe,
        String probeName,
        LocationName location,
        IncidentType concern,
        ProbeState state,
        ProbeState worst,
        String headline,
        Instant openedAt,
        RunId openedBy,
        Optional<Instant> resolvedAt,
        Optional<Acknowledgement> acknowledgement) {

    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }

    /** Somebody looks after it. */
    public record Acknowledgement(String by, Instant at, Optional<Instant> until) {}
}
