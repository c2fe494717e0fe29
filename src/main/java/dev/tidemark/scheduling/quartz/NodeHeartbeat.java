package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.NodeName;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.storage.node.Nodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The heartbeat of this node. */
@ApplicationScoped
class NodeHeartbeat {

    private static final Logger LOG = Logger.getLogger(NodeHeartbeat.class.getName());

    private final Nodes nodes;
    private final LocationName location;
    private final Instant startedAt;

    @Inject
    NodeHeartbeat(Nodes nodes, ScheduleSettings settings, Clock clock) {
        this.nodes = nodes;
        this.location = settings.location();
        this.startedAt = clock.instant();
    }

    void beat() {
        nodes.heartbeat(NodeName.ofThisProcess(), location, BrowserProber.version(), startedAt);
    }

    /** Records the orderly shutdown; without it the node counts as failed after some seconds. */
    void stop() {
        try {
            nodes.stopped(NodeName.ofThisProcess());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> "The shutdown of this node could not be recorded");
        }
    }
}
