package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Entry point for completed runs. */
@ApplicationScoped
public class IncidentTracker {

    private final IncidentStore store;
    private final Outbox outbox;
    private final RecipientResolver recipients;
    private final Markers markers;
    private final OutageReader outages;
    private final Clock clock;

    @Inject
    protected IncidentTracker(
            IncidentStore store,
            Outbox outbox,
            RecipientResolver recipients,
            Markers markers,
            OutageReader outages,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.recipients = recipients;
        this.markers = markers;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * Opens, updates or resolves incidents after a run, and stores the notifications, in one transaction. Recording a run twice has
     * no effect; a run that was planned before one that is already recorded is only logged.
     */
    @Transactional
    public void track(Probe probe, Run run, List<Verdict> verdicts) {
        Instant now = clock.instant();
        StateCounterEntity availability = store.lock(run.slot(), IncidentType.AVAILABILITY, now);
        StateCounterEntity budget = store.lock(run.slot(), IncidentType.BUDGET, now);
        if (store.isRecorded(run)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        if (availability.isBefore(run.slot().plannedAt())) {
            IncidentUpdater updater = new IncidentUpdater(
                    store, new Notifier(outbox, now), recipients, markers, outages, probe, run, lines);
            updater.update(availability, availability(run));
            updater.update(budget, budget(run, verdicts, budget.limitsOverBudget()));
        } else {
            lines.add(LocalizedMessage.of("incident.log.late").toString());
        }
        store.addEvaluation(run, now, lines);
    }

    /** The runs that were not recorded yet, in the given order. */
    @Transactional
    public List<RunId> unrecorded(List<RunId> runs) {
        Set<UUID> recorded = runs.isEmpty()
                ? Set.of()
                : store.recordedOf(runs.stream().map(RunId::value).toList());
        return runs.stream().filter(run -> !recorded.contains(run.value())).toList();
    }

    private static Assessment availability(Run run) {
        return run.maintenance()
                .map(window -> Assessment.inMaintenance(window, Set.of()))
                .orElseGet(() -> Assessment.ofAvailability(run));
    }

    private static Assessment budget(Run run, List<Verdict> verdicts, Set<String> overBudgetBefore) {
        return run.maintenance()
                .map(window -> Assessment.inMaintenance(window, overBudgetBefore))
                .orElseGet(() -> Assessment.ofBudget(run, verdicts, overBudgetBefore));
    }
}
