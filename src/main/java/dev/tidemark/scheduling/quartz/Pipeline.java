package dev.tidemark.scheduling.quartz;

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
import java.util.Optional;

/** Executes runs, from a claimed slot to the recorded incidents. */
@ApplicationScoped
public class Pipeline {

    private final BrowserProber browserProber;
    private final HttpProber httpProber;
    private final RunHistory history;
    private final ResultRecorder recorder;
    private final RunAssessment assessment;
    private final BrowserUpgrades upgrades;
    private final MaintenanceSchedule maintenance;
    private final ActiveRuns activeRuns;
    private final SecretStore secrets;
    private final Clock clock;

    @Inject
    public Pipeline(
            BrowserProber browserProber,
            HttpProber httpProber,
            RunHistory history,
            ResultRecorder recorder,
            RunAssessment assessment,
            BrowserUpgrades upgrades,
            MaintenanceSchedule maintenance,
            ActiveRuns activeRuns,
            SecretStore secrets,
            Clock clock) {
        this.browserProber = browserProber;
        this.httpProber = httpProber;
        this.history = history;
        this.recorder = recorder;
        this.assessment = assessment;
        this.upgrades = upgrades;
        this.maintenance = maintenance;
        this.activeRuns = activeRuns;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Executes a claimed slot. Empty if the ticket is not valid any more, as another node executes or has
     * executed the run, or if the result is spooled and will be stored later.
     */
    public Optional<Run> run(RunTicket ticket, Probe probe) {
        if (!history.start(ticket, clock.instant())) {
            return Optional.empty();
        }
        maintenance
                .activeWindow(probe.id(), probe.tags(), ticket.slot().plannedAt())
                .ifPresent(window -> history.flagMaintenance(ticket, window.name()));
        RunResult result = measure(probe, activeRuns.progressOf(ticket));
        Optional<Run> run = recorder.record(ticket, result);
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
        assessment.assess(probe, run);
    }
}
