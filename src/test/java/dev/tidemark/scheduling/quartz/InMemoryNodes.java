package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.node.Nodes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes without a database. */
final class InMemoryNodes extends Nodes {

    private final List<Node> nodes = new ArrayList<>();
    private final Clock clock;
    private Map<LocationName, Set<ProbeId>> kept = Map.of();

    InMemoryNodes() {
        this(Clock.systemUTC());
    }

    InMemoryNodes(Clock clock) {
        super(clock);
        this.clock = clock;
    }

    InMemoryNodes with(Node node) {
        nodes.add(node);
        return this;
    }

    @Override
    public void heartbeat(String name, LocationName location, String version, Instant startedAt) {}

    @Override
    public void stopped(String name) {}

    @Override
    public Set<LocationName> attended() {
        Instant now = clock.instant();
        return nodes.stream()
                .filter(one -> one.isAlive(now))
                .map(Node::location)
                .collect(Collectors.toSet());
    }

    @Override
    public void unschedule(Set<LocationName> attended, Map<LocationName, Set<ProbeId>> wanted) {
        kept = Map.copyOf(wanted);
    }

    /** The probes whose triggers were left at locations without a node. */
    Map<LocationName, Set<ProbeId>> kept() {
        return kept;
    }

    @Override
    public List<Node> all() {
        return List.copyOf(nodes);
    }
}
