package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A period in which a probe is over budget or fails.
 *
 * @param state the current state; passing when resolved
 * @param worst the worst state since it was opened
 * @param headline the problem in short: {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}
 * @param openedBy the run that opened it
 */
public record Incident(
        UUID id,
        ProbeId probe,
        String probeName,
        LocationName location,
        IncidentType incidentType,
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

    /** From its opening to its end, or until now. */
    public Duration duration(Instant now) {
        return Duration.between(openedAt, resolvedAt.orElse(now));
    }

    /** Whether an acknowledgement is in effect. */
    public boolean isAcknowledged(Instant now) {
        return acknowledgement
                .filter(it -> it.until().isEmpty() || now.isBefore(it.until().get()))
                .isPresent();
    }

    /**
     * An acknowledgement, which pauses reminders and escalation.
     *
     * @param until its end, when it is snoozed; empty: until the incident is resolved
     * @param note why, or what is being done
     */
    public record Acknowledgement(String by, Instant at, Optional<Instant> until, Optional<String> note) {}
}
