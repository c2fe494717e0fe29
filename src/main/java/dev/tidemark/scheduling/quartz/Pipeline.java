package dev.tidemark.scheduling.quartz;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.secret.SecretStore;
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

/** Executes runs, from a claimed slot to the recorded incidents. */
@ApplicationScoped
public class Pipeline {

    private final BrowserProber browserProber;
    private final HttpProber httpProber;
    private final RunHistory history;
    private final BrowserUpgrades upgrades;
    private final BudgetEvaluator evaluator;
    private final IncidentTracker incidents;
    private final MaintenanceSchedule maintenance;
    private final ChangeConfirmation changeConfirmation;
    private final ActiveRuns activeRuns;
    private final SecretStore secrets;
    private final Clock clock;

    @Inject
    public Pipeline(
            BrowserProber browserProber,
            HttpProber httpProber,
            RunHistory history,
            BrowserUpgrades upgrades,
            BudgetEvaluator evaluator,
            IncidentTracker incidents,
            MaintenanceSchedule maintenance,
            ChangeConfirmation changeConfirmation,
            ActiveRuns activeRuns,
            SecretStore secrets,
            Clock clock) {
        this.browserProber = browserProber;
        this.httpProber = httpProber;
        this.history = history;
        this.upgrades = upgrades;
        this.evaluator = evaluator;
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.changeConfirmation = changeConfirmation;
        this.activeRuns = activeRuns;
        this.secrets = secrets;
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
                .activeWindow(probe.id(), probe.tags(), ticket.slot().plannedAt())
                .ifPresent(window -> history.flagMaintenance(ticket, window.name()));
        RunResult result = measure(probe, activeRuns.progressOf(ticket));
        Optional<Run> run = history.record(ticket, result, clock.instant());
        run.ifPresent(recorded -> evaluate(probe, recorded));
        run.ifPresent(upgrades::detect);
        return run;
    }

    private RunResult measure(Probe probe, RunProgress progress) {
        Probe sendable = secrets.resolve(probe);
        return sendable.target() instanceof Target.Http
                ? httpProber.run(sendable)
                : browserProber.run(sendable, progress);
    }

    /** Evaluates a completed run and records the consequences. */
    void evaluate(Probe probe, Run run) {
        List<Verdict> verdicts = evaluator.evaluate(probe, run);
        incidents.track(probe, run, verdicts);
        changeConfirmation.check(probe, run);
    }
}
