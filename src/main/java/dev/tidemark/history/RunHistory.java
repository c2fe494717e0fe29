package dev.tidemark.history;

import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to what happened. Writes are transactions of their own. */
@ApplicationScoped
public class RunHistory {

    /** Queues the slot; empty when it has a run already: then somebody else runs it. */
    public Optional<RunTicket> claim(Slot slot, boolean requested) {
        throw new UnsupportedOperationException();
    }

    /** Marks the run as running; false when the ticket is worthless by now. */
    public boolean start(RunTicket ticket, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Records the result and ends the run; empty when the run has ended already or a later attempt has it. */
    public Optional<Run> record(RunTicket ticket, RunResult result, Instant finishedAt) {
        throw new UnsupportedOperationException();
    }

    /** Ends a run that yielded nothing: MISSED (with a new row), ABANDONED, INTERNAL. Empty when it had ended. */
    public Optional<Run> end(RunTicket ticket, OutcomeKind kind, String detail, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** A new attempt at a run whose node died: a ticket with a higher attempt; empty when it has ended. */
    public Optional<RunTicket> takeOver(RunId run) {
        throw new UnsupportedOperationException();
    }

    /** Runs queued or running for longer than that, oldest first, at most 100: their node is gone. */
    public List<Run> unendedBefore(LocationName location, Instant before) {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> find(RunId run) {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> find(Slot slot) {
        throw new UnsupportedOperationException();
    }

    /** The samples of a run in order, with all facts (requests, shifts, tasks) but without evidence. */
    public List<SampleResult> samples(RunId run) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public RunPage list(RunQuery query) {
        throw new UnsupportedOperationException();
    }

    /** The last {@code limit} ended runs of a probe at a location, newest first; runs of policy or our own fault included. */
    public List<Run> last(ProbeId probe, LocationName location, int limit) {
        throw new UnsupportedOperationException();
    }

    /** OK runs' values of a metric, planned from (inclusive) to (exclusive), oldest first, at most {@code limit} newest. */
    public List<Point> points(
            ProbeId probe, Optional<LocationName> location, Metric metric, Instant from, Instant to, int limit) {
        throw new UnsupportedOperationException();
    }
}
