package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.platform.runtime.NodeName;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.node.Nodes;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Why a slot was not executed, or a run has no result, as far as this node and the heartbeats of all nodes tell. */
@ApplicationScoped
public class LossReasons {

    private final RunHistory history;
    private final Nodes nodes;
    private final DatabaseOutages outages;
    private final Instant startedAt;

    @Inject
    public LossReasons(RunHistory history, Nodes nodes, DatabaseOutages outages, Clock clock) {
        this.history = history;
        this.nodes = nodes;
        this.outages = outages;
        this.startedAt = clock.instant();
    }

    /** Why a slot at this node's location has no run. */
    LocalizedMessage missed(Slot slot) {
        return outages.at(slot.plannedAt())
                .map(outage -> LocalizedMessage.of(
                        "outcome.run.databaseUnreachable",
                        UtcTimestamp.toTheSecond(outage.from()),
                        UtcTimestamp.toTheSecond(outage.to())))
                .orElseGet(() -> LocalizedMessage.of(
                        slot.plannedAt().isBefore(startedAt) ? "outcome.run.notRunning" : "outcome.run.noFreeBrowser"));
    }

    /** Why a slot at a location without a living node has no run. */
    LocalizedMessage unattended(LocationName location) {
        return nodes.lastOf(location)
                .map(last -> LocalizedMessage.of("outcome.run.noNode", location, last.name(), end(last)))
                .orElseGet(() -> LocalizedMessage.of("outcome.run.neverANode", location));
    }

    /** Why a run has not ended. */
    LocalizedMessage abandoned(RunId run) {
        Optional<String> name = history.node(run);
        if (name.filter(NodeName.ofThisProcess()::equals).isPresent()) {
            return LocalizedMessage.of("outcome.run.notRecorded", name.get());
        }
        return name.flatMap(nodes::find)
                .map(node -> LocalizedMessage.of(
                        node.stoppedAt().isPresent() ? "outcome.run.nodeStopped" : "outcome.run.nodeFailed",
                        node.name(),
                        end(node)))
                .orElseGet(() -> LocalizedMessage.of("outcome.run.nodeLost"));
    }

    /** Whether a run belongs to a node that will not end it. */
    boolean isOwnerGone(RunId run, Instant now) {
        return history.node(run)
                .filter(name -> !name.equals(NodeName.ofThisProcess()))
                .map(name -> nodes.find(name).filter(node -> node.isAlive(now)).isEmpty())
                .orElse(false);
    }

    private static String end(Node node) {
        return UtcTimestamp.toTheSecond(node.stoppedAt().orElse(node.lastSeen()));
    }
}
