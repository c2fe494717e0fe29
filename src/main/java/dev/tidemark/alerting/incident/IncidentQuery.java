package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A page of incidents, most recently opened first.
 *
 * @param cursor the last incident of the previous page
 */
public record IncidentQuery(IncidentFilter filter, int limit, Optional<UUID> cursor) {

    public static IncidentQuery allOpen(int limit) {
        return new IncidentQuery(IncidentFilter.ALL.open(true), limit, Optional.empty());
    }

    public static IncidentQuery ofProbe(ProbeId probe, int limit) {
        return new IncidentQuery(IncidentFilter.ALL.probes(Set.of(probe)), limit, Optional.empty());
    }
}
