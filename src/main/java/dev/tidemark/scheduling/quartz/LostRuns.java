package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
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

    /** How far back a new node searches for slots that were lost before a shutdown. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private static final int SLOTS_PER_PASS = 1_000;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final RunRequests requests;
    private final TriggerSync triggers;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<CheckedLane, Instant> checkedUntil = new ConcurrentHashMap<>();

    @Inject
    public LostRuns(ProbeCatalog catalog, RunHistory history, RunRequests requests, TriggerSync triggers, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.requests = requests;
        this.triggers = triggers;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Requested runs that are not scheduled yet: requests received by a node of another location. */
    void adoptRequests(Scheduler scheduler) {
        unfinished(clock.instant()).stream()
                .filter(run -> run.requested() && run.state() == RunState.QUEUED)
                .forEach(run -> requests.enqueue(scheduler, run.id()));
    }

    /** Ends runs of failed nodes that no other node took over in time. */
    void endAbandoned() {
        for (Run run : unfinished(clock.instant().minus(MAX_RUN_DURATION))) {
            history.takeOver(run.id())
                    .ifPresent(ticket -> history.end(
                            ticket,
                            OutcomeType.ABANDONED,
                            LocalizedMessage.of("outcome.run.nodeLost").toString(),
                            clock.instant()));
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
        ticket.ifPresent(mine -> history.end(mine, OutcomeType.MISSED, reason(slot), clock.instant()));
    }

    private String reason(Slot slot) {
        return LocalizedMessage.of(
                        slot.plannedAt().isBefore(startedAt) ? "outcome.run.notRunning" : "outcome.run.noFreeBrowser")
                .toString();
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
