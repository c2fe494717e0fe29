package dev.tidemark.alerting.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of incidents.
 *
 * @param next the last incident of the page; empty on the last page
 */
public record IncidentPage(List<Incident> items, Optional<UUID> next) {
    public IncidentPage {
        items = List.copyOf(items);
    }
}
