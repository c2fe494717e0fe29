package dev.tidemark.scheduling.quartz;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.prober.browser.RunProgress;
import dev.tidemark.prober.http.HttpProber;
import dev.tidemark.storage.marker.BrowserUpgrades;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The way of the data, from a claimed slot to the incident book, in one method. */
@ApplicationScoped
public class Pipeline {

    private final BrowserProber laboratory;
    private final HttpProber httpChecks;
    private final RunHistory history;
    private final BrowserUpgrades upgrades;
    private final BudgetEvaluator judge;
    private final IncidentTracker incidents;
    private final MaintenanceSchedule maintenance;
    private final ChangeConfirmation secondLook;
    private final ActiveRuns underWay;
    private final Clock clock;

    @Inject
    public Pipeline(
            BrowserProber laboratory,
            HttpProber httpChecks,
            RunHistory history,
            BrowserUpgrades upgrades,
            BudgetEvaluator judge,
            IncidentTracker incidents,
            MaintenanceSchedule maintenance,
            ChangeConfirmation secondLook,
            ActiveRuns underWay,
            Clock clock) {
        this.laboratory = laboratory;
        this.httpChecks = httpChecks;
        this.history = history;
        this.upgrades = upgrades;
        this.judge = judge;
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.secondLook = secondLook;
        this.underWay = underWay;
        this.clock = clock;
    }

    /**
     * Executes a claimed slot. Empty if the ticket is not valid any more, as another node executes or has
     * executed the run.
     */
    public Optional<Run> run(RunTicket ticket, Probe probe) {
        if (!history.start(ticket, clock.instant())) {
            return Optional.empty();
        }
        maintenance
                .covering(probe.id(), probe.tags(), ticket.slot().plannedAt())
                .ifPresent(window -> history.mark(ticket, window.name()));
        RunResult result = measure(probe, underWay.progressOf(ticket));
        Optional<Run> run = history.record(ticket, result, clock.instant());
        run.ifPresent(recorded -> tell(probe, recorded));
        run.ifPresent(upgrades::note);
        return run;
    }

    private RunResult measure(Probe probe, RunProgress progress) {
        return probe.target() instanceof Target.Http ? httpChecks.run(probe) : laboratory.run(probe, progress);
    }

    /** Evaluates a completed run and records the consequences. */
    void tell(Probe probe, Run run) {
        List<Verdict> verdicts = judge.evaluate(probe, run);
        incidents.track(probe, run, verdicts);
        secondLook.at(probe, run);
    }
}
