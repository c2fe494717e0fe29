package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A run history in memory with the rules of the real one: one run per slot, results of superseded attempts are rejected. */
final class InMemoryHistory extends RunHistory {

    private final Map<Slot, Run> runs = new LinkedHashMap<>();
    private final Map<RunId, String> owners = new LinkedHashMap<>();
    private final Map<Slot, String> marks = new LinkedHashMap<>();

    InMemoryHistory() {
        super(null);
    }

    @Override
    public synchronized Optional<RunTicket> claim(Slot slot, boolean requested) {
        if (runs.containsKey(slot)) {
            return Optional.empty();
        }
        RunId id = RunId.newAt(slot.plannedAt());
        runs.put(slot, run(id, slot, requested, RunState.QUEUED, Optional.empty(), 1));
        return Optional.of(new RunTicket(id, slot, 1));
    }

    @Override
    public synchronized boolean start(RunTicket ticket, Instant at) {
        return change(ticket, RunState.RUNNING, Optional.empty()).isPresent();
    }

    @Override
    public synchronized Optional<Run> record(RunTicket ticket, RunResult result, Instant finishedAt) {
        return change(ticket, RunState.ENDED, Optional.of(result.outcome()));
    }

    @Override
    public synchronized Optional<Run> end(RunTicket ticket, OutcomeType kind, String detail, Instant at) {
        return change(ticket, RunState.ENDED, Optional.of(new Outcome(kind, detail)));
    }

    @Override
    public synchronized Optional<RunTicket> takeOver(RunId id) {
        return find(id).filter(run -> run.state() != RunState.ENDED).map(run -> {
            int attempt = run.attempt() + 1;
            runs.put(run.slot(), run(id, run.slot(), run.requested(), RunState.QUEUED, Optional.empty(), attempt));
            return new RunTicket(id, run.slot(), attempt);
        });
    }

    @Override
    public synchronized List<Run> unfinishedSince(LocationName location, Instant before) {
        return runs.values().stream()
                .filter(run -> run.state() != RunState.ENDED)
                .filter(run -> run.slot().plannedAt().isBefore(before))
                .toList();
    }

    /** Runs end at their planned time. */
    @Override
    public synchronized List<RunId> recentlyEnded(LocationName location, Instant plannedAfter, Instant endedBefore) {
        return runs.values().stream()
                .filter(run -> run.state() == RunState.ENDED)
                .filter(run -> run.slot().plannedAt().isAfter(plannedAfter))
                .filter(run -> run.slot().plannedAt().isBefore(endedBefore))
                .sorted(Comparator.comparing(run -> run.slot().plannedAt()))
                .map(Run::id)
                .toList();
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return runs.values().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> node(RunId run) {
        return Optional.ofNullable(owners.get(run));
    }

    /** Pretends that a node executes the run. */
    void executedBy(RunId run, String node) {
        owners.put(run, node);
    }

    @Override
    public synchronized Optional<Run> find(Slot slot) {
        return Optional.ofNullable(runs.get(slot));
    }

    @Override
    public synchronized List<Run> last(ProbeId probe, LocationName location, int limit) {
        return runs.values().stream()
                .filter(run -> run.slot().probe().equals(probe) && run.state() == RunState.ENDED)
                .sorted(Comparator.comparing((Run run) -> run.slot().plannedAt())
                        .reversed())
                .limit(limit)
                .toList();
    }

    List<Run> all() {
        return List.copyOf(runs.values());
    }

    @Override
    public synchronized void flagMaintenance(RunTicket ticket, String maintenance) {
        marks.put(ticket.slot(), maintenance);
    }

    private Optional<Run> change(RunTicket ticket, RunState state, Optional<Outcome> outcome) {
        Run present = runs.get(ticket.slot());
        boolean worthless = present == null
                || present.attempt() != ticket.attempt()
                || present.state().compareTo(state) >= 0;
        if (worthless) {
            return Optional.empty();
        }
        Run changed = run(present.id(), present.slot(), present.requested(), state, outcome, present.attempt());
        runs.put(ticket.slot(), changed);
        return Optional.of(changed);
    }

    private Run run(RunId id, Slot slot, boolean requested, RunState state, Optional<Outcome> outcome, int attempt) {
        return new Run(
                id,
                slot,
                requested,
                Optional.empty(),
                Optional.empty(),
                state,
                outcome,
                attempt,
                Optional.empty(),
                Measurements.none(),
                List.of(),
                OptionalInt.empty(),
                Optional.ofNullable(marks.get(slot)));
    }
}
