package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.browser.RunProgress;
import dev.tidemark.storage.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The runs in progress on this node. */
@ApplicationScoped
public class ActiveRuns {

    private final Map<RunId, RunStage> stages = new ConcurrentHashMap<>();
    private final Map<RunId, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong arrived = new AtomicLong();
    private final Map<Lane, RunId> lanes = new ConcurrentHashMap<>();
    private final Map<RunId, RunTicket> tickets = new ConcurrentHashMap<>();

    /** @param phase one of {@link RunProgress} */
    public record RunStage(int sample, int ofSamples, String phase) {
        boolean isWaiting() {
            return phase.equals("waiting");
        }
    }

    /** The progress of a run on this node; empty if it is not running here. */
    public Optional<RunStage> stage(RunId run) {
        return Optional.ofNullable(stages.get(run));
    }

    /** The progress of a run as a message: "Queued. 2 runs are ahead of this one.", "Sample 2 of 3: loading". */
    public LocalizedMessage progressText(RunId run) {
        RunStage stage = stages.get(run);
        if (stage != null && !stage.isWaiting()) {
            return LocalizedMessage.of("runProgress." + stage.phase(), stage.sample(), stage.ofSamples());
        }
        long ahead = ahead(arrivals.getOrDefault(run, Long.MAX_VALUE));
        return LocalizedMessage.of("runProgress.queued", ahead);
    }

    /** Number of runs that have been waiting longer for a browser. */
    private long ahead(long arrival) {
        return stages.entrySet().stream()
                .filter(one -> one.getValue().isWaiting() && arrivals.getOrDefault(one.getKey(), 0L) < arrival)
                .count();
    }

    /** The runs in progress or waiting for a browser. */
    List<RunTicket> tickets() {
        return List.copyOf(tickets.values());
    }

    void begin(RunTicket ticket) {
        tickets.put(ticket.run(), ticket);
    }

    RunProgress progressOf(RunTicket ticket) {
        arrivals.put(ticket.run(), arrived.incrementAndGet());
        return (sample, ofSamples, phase) -> stages.put(ticket.run(), new RunStage(sample, ofSamples, phase));
    }

    /** Takes the lane of the probe and location for a scheduled run; false when its previous run is still going. */
    boolean enter(RunTicket ticket) {
        return lanes.putIfAbsent(Lane.of(ticket), ticket.run()) == null;
    }

    void leave(RunTicket ticket) {
        tickets.remove(ticket.run());
        lanes.remove(Lane.of(ticket), ticket.run());
        stages.remove(ticket.run());
        arrivals.remove(ticket.run());
    }

    private record Lane(ProbeId probe, LocationName location) {
        static Lane of(RunTicket ticket) {
            return new Lane(ticket.slot().probe(), ticket.slot().location());
        }
    }
}
