package dev.tidemark.schedule;

import dev.tidemark.browser.Progress;
import dev.tidemark.history.RunTicket;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this node is running right now, and how far it is. */
@ApplicationScoped
public class RunsUnderWay {

    private final Map<RunId, Stage> stages = new ConcurrentHashMap<>();
    private final Map<Lane, RunId> lanes = new ConcurrentHashMap<>();

    /** @param phase as {@link Progress} names it */
    public record Stage(int sample, int ofSamples, String phase) {}

    /** How far a run of this node is; empty when it is not running here. */
    public Optional<Stage> stage(RunId run) {
        return Optional.ofNullable(stages.get(run));
    }

    Progress progressOf(RunTicket ticket) {
        return (sample, ofSamples, phase) -> stages.put(ticket.run(), new Stage(sample, ofSamples, phase));
    }

    /** Takes the lane of the probe and location for a scheduled run; false when its previous run is still going. */
    boolean enter(RunTicket ticket) {
        return lanes.putIfAbsent(Lane.of(ticket), ticket.run()) == null;
    }

    void leave(RunTicket ticket) {
        lanes.remove(Lane.of(ticket), ticket.run());
        stages.remove(ticket.run());
    }

    private record Lane(ProbeId probe, LocationName location) {
        static Lane of(RunTicket ticket) {
            return new Lane(ticket.slot().probe(), ticket.slot().location());
        }
    }
}
