package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;
import java.util.Optional;
import java.util.UUID;

/**
 * A query of incidents, most recently opened first.
 *
 * @param open only open ones, only resolved ones, or, if empty, both
 * @param cursor the last incident of the previous page
 */
public record IncidentQuery(Optional<Boolean> open, Optional<ProbeId> probe, int limit, Optional<UUID> cursor) {

    public static IncidentQuery allOpen(int limit) {
        return new IncidentQuery(Optional.of(true), Optional.empty(), limit, Optional.empty());
    }

    public static IncidentQuery ofProbe(ProbeId probe, int limit) {
        return new IncidentQuery(Optional.empty(), Optional.of(probe), limit, Optional.empty());
    }
}
