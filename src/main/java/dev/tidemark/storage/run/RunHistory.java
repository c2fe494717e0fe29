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

    /** Queues the slot; empty when it has a run already: then another node runs it. */
    @Transactional
    public Optional<RunTicket> claim(Slot slot, boolean requested) {
        return ledger().claim(slot, requested, clock.instant());
    }

    /** Marks the run as running; false when the ticket is worthless by now. */
    @Transactional
    public boolean start(RunTicket ticket, Instant at) {
        return ledger().start(ticket, at);
    }

    /** Notes that the run falls into this maintenance, for good: it will not count. To be called before it ends. */
    @Transactional
    public void flagMaintenance(RunTicket ticket, String maintenance) {
        ledger().flagMaintenance(ticket, maintenance);
    }

    /** Records the result and ends the run; empty when the run has ended already or a later attempt has it. */
    @Transactional
    public Optional<Run> record(RunTicket ticket, RunResult result, Instant finishedAt) {
        if (!ledger().end(ticket, result.outcome(), finishedAt)) {
            return Optional.empty();
        }
        new ResultWriter(entities).write(ticket.run(), result);
        return runs().find(ticket.run());
    }

    /** Ends a run that yielded nothing: MISSED (with a new row), ABANDONED, INTERNAL. Empty when it had ended. */
    @Transactional
    public Optional<Run> end(RunTicket ticket, OutcomeType kind, String detail, Instant at) {
        boolean ended = ledger().end(ticket, new Outcome(kind, detail), at);
        return ended ? runs().find(ticket.run()) : Optional.empty();
    }

    /** A new attempt at a run whose node died: a ticket with a higher attempt; empty when it has ended. */
    @Transactional
    public Optional<RunTicket> takeOver(RunId run) {
        return runs().find(run)
                .map(lost -> new RunTicket(run, lost.slot(), lost.attempt() + 1))
                .filter(next -> ledger().requeue(next, clock.instant()));
    }

    /** Runs queued or running for longer than that, oldest first, at most 100: their node is gone. */
    public List<Run> unfinishedSince(LocationName location, Instant before) {
        return runs().unfinishedSince(location, before);
    }

    /** Runs at a location planned after the one and ended before the other instant, in the order of planning; at most 5,000. */
    public List<RunId> recentlyEnded(LocationName location, Instant plannedAfter, Instant endedBefore) {
        return runs().recentlyEnded(location, plannedAfter, endedBefore);
    }

    public Optional<Run> find(RunId run) {
        return runs().find(run);
    }

    public Optional<Run> find(Slot slot) {
        return runs().find(slot);
    }

    /** Whether the probe has ever been run anywhere, be it defined or gone. */
    public boolean hasRunsOf(ProbeId probe) {
        return runs().hasRunsOf(probe);
    }

    /** Empty for a run that was never measured. */
    public Optional<RunConditions> conditions(RunId run) {
        return runs().conditions(run);
    }

    /** The samples of a run in order, with all facts (requests, shifts, tasks) but without evidence. */
    public List<SampleResult> samples(RunId run) {
        return new ArtifactReader(entities).samples(run);
    }

    /** Which evidence there is of a run, without its bytes. */
    public List<ArtifactKey> artifacts(RunId run) {
        return new ArtifactReader(entities).list(run);
    }

    /** Empty when there was none or its time is over. */
    public Optional<Artifact> artifacts(RunId run, ArtifactKey key) {
        return new ArtifactReader(entities).find(run, key.sample(), key.kind(), key.n());
    }

    /** The filmstrip of a run's n-th sample (from 1), in order, without its pictures. */
    public List<FilmstripFrame> frames(RunId run, int sample) {
        return new ArtifactReader(entities).frames(run, sample);
    }

    /** Newest first. An IllegalArgumentException for a cursor that no list gave. */
    public Page<Run> list(RunQuery query) {
        return runs().list(query);
    }

    /** The last {@code limit} ended runs of a probe at a location, newest first; runs of policy or our own fault included. */
    public List<Run> last(ProbeId probe, LocationName location, int limit) {
        return runs().last(probe, location, limit);
    }

    /** The newest ended run of every probe at every location, by probe and location; also of probes that are gone by now. */
    public List<Run> latest() {
        return runs().latest();
    }

    /** How the runs planned from (inclusive) to (exclusive) ended, by probe, location and outcome. */
    public List<OutcomeCount> counts(Interval interval) {
        return runs().counts(interval);
    }

    /** The planned instant of the oldest run that is kept. */
    public Optional<Instant> first(ProbeId probe, LocationName location) {
        return runs().first(probe, location);
    }

    /** How the page looked in the end: the last frame of each of the runs that has a film; at most 500 runs. */
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
