package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.NodeName;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.spool.ResultSpool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.Scheduler;

/** Ensures that every slot ends: it is MISSED if no node ran it, and ABANDONED if no node finished it. */
@ApplicationScoped
public class LostRuns {

    /** Longer than the misfire threshold of Quartz, so that a late slot is not recorded as missed. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    /** Longer than the longest run: nine samples of three minutes, and the wait for a browser. */
    private static final Duration MAX_RUN_DURATION = Duration.ofMinutes(45);

    /** Longer than Quartz needs to recover the runs of a failed node, and than a database restart. */
    private static final Duration STRANDED_AFTER = Duration.ofMinutes(1);

    /** How far back a new node searches for slots that were lost before a shutdown. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private static final int SLOTS_PER_PASS = 1_000;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final RunRequests requests;
    private final TriggerSync triggers;
    private final ActiveRuns activeRuns;
    private final ResultSpool spool;
    private final LossReasons reasons;
    private final DatabaseOutages outages;
    private final Clock clock;
    private final Map<CheckedLane, Instant> checkedUntil = new ConcurrentHashMap<>();

    @Inject
    public LostRuns(
            ProbeCatalog catalog,
            RunHistory history,
            RunRequests requests,
            TriggerSync triggers,
            ActiveRuns activeRuns,
            ResultSpool spool,
            LossReasons reasons,
            DatabaseOutages outages,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.requests = requests;
        this.triggers = triggers;
        this.activeRuns = activeRuns;
        this.spool = spool;
        this.reasons = reasons;
        this.outages = outages;
        this.clock = clock;
    }

    /** Schedules queued runs: requests received by a node of another location, and runs that a stopping node handed over. */
    void adoptQueued(Scheduler scheduler) {
        unfinished(clock.instant()).stream()
                .filter(run -> run.state() == RunState.QUEUED && (run.requested() || run.attempt() > 1))
                .forEach(run -> requests.enqueue(scheduler, run.id()));
    }

    /**
     * Queues runs again that nobody will end: their node has failed or was shut down, or the database was unreachable when this
     * node was about to record them. Quartz recovers most of them sooner.
     */
    void requeueStranded() {
        Instant now = clock.instant();
        unfinished(now.minus(STRANDED_AFTER)).stream()
                .filter(run -> run.state() == RunState.RUNNING || !run.requested() && run.attempt() == 1)
                .filter(run -> isStranded(run, now))
                .forEach(run -> history.takeOver(run.id()));
    }

    private boolean isStranded(Run run, Instant now) {
        RunTicket ticket = new RunTicket(run.id(), run.slot(), run.attempt());
        return isOwn(run)
                ? !activeRuns.tickets().contains(ticket) && !spool.holds(ticket)
                : reasons.isOwnerGone(run.id(), now);
    }

    private boolean isOwn(Run run) {
        return history.node(run.id()).filter(NodeName.ofThisProcess()::equals).isPresent();
    }

    /**
     * Ends runs that no node took over in time. Not right after an outage of the database: other nodes may have spooled results.
     */
    void endAbandoned() {
        Instant now = clock.instant();
        if (outages.lastEnd().filter(end -> end.plus(GRACE).isAfter(now)).isPresent()) {
            return;
        }
        for (Run run : unfinished(now.minus(MAX_RUN_DURATION))) {
            String reason = reasons.abandoned(run.id()).toString();
            history.takeOver(run.id())
                    .ifPresent(ticket -> history.end(ticket, OutcomeType.ABANDONED, reason, clock.instant()));
        }
    }

    /** Records MISSED for every planned instant that has no run. */
    void recordMissed() {
        catalog.all().stream()
                .filter(entry -> triggers.isServedHere(entry.probe()))
                .forEach(this::recordMissed);
    }

    private List<Run> unfinished(Instant before) {
        return history.unfinishedSince(requests.nodeLocation(), before);
    }

    private void recordMissed(CatalogEntry entry) {
        CheckedLane lane = new CheckedLane(entry.probe().id().slug(), entry.version());
        Instant from = later(
                checkedUntil.computeIfAbsent(lane, unused -> firstCheckFrom(entry)),
                triggers.scheduledSince(entry.probe().id()).orElse(Instant.MIN));
        Instant to = clock.instant().minus(GRACE);
        if (!from.isBefore(to)) {
            return;
        }
        Timetable timetable =
                new Timetable(entry.probe().cadence(), entry.probe().id(), requests.nodeLocation());
        List<Instant> planned = timetable.between(from, to, SLOTS_PER_PASS);
        planned.forEach(at -> recordIfMissed(new Slot(entry.probe().id(), requests.nodeLocation(), at)));
        checkedUntil.put(lane, planned.size() < SLOTS_PER_PASS ? to : planned.get(planned.size() - 1));
    }

    private void recordIfMissed(Slot slot) {
        Optional<RunTicket> ticket = history.claim(slot, false);
        ticket.ifPresent(mine ->
                history.end(mine, OutcomeType.MISSED, reasons.missed(slot).toString(), clock.instant()));
    }

    private Instant firstCheckFrom(CatalogEntry entry) {
        Instant lastKnown = history.last(entry.probe().id(), requests.nodeLocation(), 1).stream()
                .findFirst()
                .map(run -> run.slot().plannedAt().minus(LOOK_BACK))
                .orElse(entry.changedAt());
        return later(lastKnown, entry.changedAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record CheckedLane(String probe, long version) {}
}
