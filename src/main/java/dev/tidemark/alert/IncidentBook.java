package dev.tidemark.alert;

import dev.tidemark.audience.Audience;
import dev.tidemark.budget.Verdict;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.history.Run;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.RunId;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The door to incidents. */
@ApplicationScoped
public class IncidentBook {

    private final IncidentStore store;
    private final Outbox outbox;
    private final Audience audience;
    private final Markers markers;
    private final Clock clock;

    protected IncidentBook() {
        this(null, null, null, null, null);
    }

    @Inject
    IncidentBook(IncidentStore store, Outbox outbox, Audience audience, Markers markers, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.audience = audience;
        this.markers = markers;
        this.clock = clock;
    }

    /**
     * Opens, worsens or resolves what this run and its verdicts say, and stores the letters of it, in one transaction.
     * Noting a run twice changes nothing; a run that was planned before one already noted is logged and changes nothing.
     */
    @Transactional
    public void note(Probe probe, Run run, List<Verdict> verdicts) {
        Instant now = clock.instant();
        StandingEntity availability = store.lock(run.slot(), Concern.AVAILABILITY, now);
        StandingEntity budget = store.lock(run.slot(), Concern.BUDGET, now);
        if (store.isNoted(run)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        if (availability.isBefore(run.slot().plannedAt())) {
            Decision decision = new Decision(store, new Teller(outbox, now), audience, markers, probe, run, lines);
            decision.on(availability, availability(run));
            decision.on(budget, budget(run, verdicts, budget.broken()));
        } else {
            lines.add("late: a run that was planned later has been noted; this one changes nothing");
        }
        store.log(run, now, lines);
    }

    /** Those that were never noted, in the same order. */
    @Transactional
    public List<RunId> notNoted(List<RunId> runs) {
        Set<UUID> noted = runs.isEmpty()
                ? Set.of()
                : store.notedOf(runs.stream().map(RunId::value).toList());
        return runs.stream().filter(run -> !noted.contains(run.value())).toList();
    }

    private static Finding availability(Run run) {
        return run.maintenance()
                .map(window -> Finding.inMaintenance(window, Set.of()))
                .orElseGet(() -> Finding.ofAvailability(run));
    }

    private static Finding budget(Run run, List<Verdict> verdicts, Set<String> brokenBefore) {
        return run.maintenance()
                .map(window -> Finding.inMaintenance(window, brokenBefore))
                .orElseGet(() -> Finding.ofBudget(run, verdicts, brokenBefore));
    }
}
