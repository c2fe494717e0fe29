package dev.tidemark.alerting.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Some incidents, and the one behind which the list goes on, if it does. */
public record IncidentPage(List<Incident> items, Optional<UUID> next) {
    public IncidentPage {
        items = List.copyOf(items);
    }
}
