package dev.tidemark.alerting.incident;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.node.Nodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Locations of probes at which no node has been running for a minute. */
@ApplicationScoped
class LocationsWithoutNode {

    /** Longer than the restart of a node. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** A new location has this long to start its first node. */
    private static final Duration FIRST_START = Duration.ofMinutes(2);

    private final ProbeCatalog catalog;
    private final Nodes nodes;
    private final Clock clock;
    private final Instant startedAt;

    @Inject
    LocationsWithoutNode(ProbeCatalog catalog, Nodes nodes, Clock clock) {
        this.catalog = catalog;
        this.nodes = nodes;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Each with a sentence that names the last node. */
    Map<LocationName, LocalizedMessage> find() {
        Set<LocationName> attended = nodes.attended();
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(Probe::enabled)
                .flatMap(probe -> probe.locations().stream())
                .distinct()
                .filter(location -> !attended.contains(location))
                .filter(this::isOverdue)
                .collect(Collectors.toMap(location -> location, this::reason));
    }

    private boolean isOverdue(LocationName location) {
        Instant since = nodes.lastOf(location).map(Node::lastSeen).orElse(startedAt.plus(FIRST_START));
        return since.plus(GRACE).isBefore(clock.instant());
    }

    private LocalizedMessage reason(LocationName location) {
        Optional<Node> last = nodes.lastOf(location);
        return last.map(node -> LocalizedMessage.of(
                        "incident.self.unattended", location, node.name(), UtcTimestamp.of(node.lastSeen())))
                .orElseGet(() -> LocalizedMessage.of("incident.self.neverANode", location));
    }
}
