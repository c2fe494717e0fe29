package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.audit.AuditOrigin;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores runs and their results. Each write is its own transaction. */
@ApplicationScoped
public class RunHistory {
    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    @Inject
    public RunHistory(Clock clock) {
        this.clock = clock;
    }

    /** Without a container: the given entity manager and its transaction. */
    RunHistory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Queues the slot; empty if it already has a run, which another node executes. */
    @Transactional
    public Optional<RunTicket> claim(Slot slot, boolean requested) {
        Optional<RunTicket> ticket = ledger().claim(slot, requested, clock.instant());
        if (requested && AuditOrigin.current().isByOthers()) {
            ticket.ifPresent(queued -> AuditLog.record(entities, runRequest(queued)));
        }
        return ticket;
    }

    private static AuditChange runRequest(RunTicket ticket) {
        return AuditChange.action(
                "run",
                "probe",
                ticket.slot().probe().slug(),
                Map.of(
                        "run",
                        ticket.run().toString(),
                        "location",
                        ticket.slot().location().name()));
    }

    /** Marks the run as running; false if the ticket is not valid any more. */
    @Transactional
    public boolean start(RunTicket ticket, Instant at) {
        return ledger().start(ticket, at);
    }

    /** Flags the run as being in maintenance, which excludes it from evaluation. Must be called before the run ends. */
    @Transactional
    public void flagMaintenance(RunTicket ticket, String maintenance) {
        ledger().flagMaintenance(ticket, maintenance);
    }

    /** Records the result and ends the run; empty if it has already ended or another attempt has replaced this one. */
    @Transactional
    public Optional<Run> record(RunTicket ticket, RunResult result, Instant finishedAt) {
        if (!ledger().end(ticket, result.outcome(), finishedAt)) {
            return Optional.empty();
        }
        new ResultWriter(entities).write(ticket.run(), result);
        return runs().find(ticket.run());
    }

    /** Ends a run without a result: MISSED, ABANDONED or INTERNAL. Empty if it had already ended. */
    @Transactional
    public Optional<Run> end(RunTicket ticket, OutcomeType kind, String detail, Instant at) {
        boolean ended = ledger().end(ticket, new Outcome(kind, detail), at);
        return ended ? runs().find(ticket.run()) : Optional.empty();
    }

    /** Starts a new attempt at a run whose node failed, which invalidates earlier tickets; empty if the run has ended. */
    @Transactional
    public Optional<RunTicket> takeOver(RunId run) {
        return runs().find(run)
                .map(lost -> new RunTicket(run, lost.slot(), lost.attempt() + 1))
                .filter(next -> ledger().requeue(next, clock.instant()));
    }

    /** Runs that have been queued or running since before that instant, oldest first, at most 100; their node has failed. */
    public List<Run> unfinishedSince(LocationName location, Instant before) {
        return runs().unfinishedSince(location, before);
    }

    /**
     * Runs at a location that were planned after the first instant and ended before the second, by planned time; at most 5,000.
     */
    public List<RunId> recentlyEnded(LocationName location, Instant plannedAfter, Instant endedBefore) {
        return runs().recentlyEnded(location, plannedAfter, endedBefore);
    }

    /** The name of the node that executes or executed a run; empty for a run of an earlier version. */
    public Optional<String> node(RunId run) {
        return ledger().node(run);
    }

    public Optional<Run> find(RunId run) {
        return runs().find(run);
    }

    public Optional<Run> find(Slot slot) {
        return runs().find(slot);
    }

    /** The latest successful run of a probe at a location. */
    public Optional<Run> lastGood(ProbeId probe, LocationName location) {
        return runs().lastGood(probe, location);
    }

    /** Whether the probe has runs at any location, even if it has been deleted. */
    public boolean hasRunsOf(ProbeId probe) {
        return runs().hasRunsOf(probe);
    }

    /** Empty for a run that was not measured. */
    public Optional<RunConditions> conditions(RunId run) {
        return runs().conditions(run);
    }

    /** The samples of a run in order, with all details (requests, layout shifts, long tasks) but without artifacts. */
    public List<SampleResult> samples(RunId run) {
        return new ArtifactReader(entities).samples(run);
    }

    /** The keys of the artifacts of a run. */
    public List<ArtifactKey> artifacts(RunId run) {
        return new ArtifactReader(entities).list(run);
    }

    /** An artifact; empty if there is none or it has expired. */
    public Optional<Artifact> artifacts(RunId run, ArtifactKey key) {
        return new ArtifactReader(entities).find(run, key.sample(), key.kind(), key.n());
    }

    /** The frames of a run's n-th sample (from 1), in order, without their pictures. */
    public List<FilmstripFrame> frames(RunId run, int sample) {
        return new ArtifactReader(entities).frames(run, sample);
    }

    /**
     * Runs, newest first.
     *
     * @throws InvalidValueException for an invalid cursor
     */
    public Page<Run> list(RunQuery query) {
        return runs().list(query);
    }

    /**
     * The last {@code limit} ended runs of a probe at a location, newest first, including runs that failed because of the
     * monitor or a policy.
     */
    public List<Run> last(ProbeId probe, LocationName location, int limit) {
        return runs().last(probe, location, limit);
    }

    /** The last ended run of every probe at every location, by probe and location, including deleted probes. */
    public List<Run> latest() {
        return runs().latest();
    }

    /** The number of runs planned in the interval by probe, location and outcome. */
    public List<OutcomeCount> counts(Interval interval) {
        return runs().counts(interval);
    }

    /** The planned time of the oldest stored run. */
    public Optional<Instant> first(ProbeId probe, LocationName location) {
        return runs().first(probe, location);
    }

    /** The last frame of each run that has a filmstrip; at most 500 runs. */
    public Map<RunId, ArtifactKey> lastFrames(List<RunId> runs) {
        return new ArtifactReader(entities).lastFrames(runs.subList(0, Math.min(runs.size(), RunReader.MAX_RUNS)));
    }

    private SlotLedger ledger() {
        return new SlotLedger(entities);
    }

    private RunReader runs() {
        return new RunReader(entities);
    }
}
