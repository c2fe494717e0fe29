package dev.tidemark.schedule;

import dev.tidemark.alert.IncidentBook;
import dev.tidemark.browser.Laboratory;
import dev.tidemark.browser.Progress;
import dev.tidemark.budget.Judge;
import dev.tidemark.budget.Verdict;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.history.RunTicket;
import dev.tidemark.http.HttpChecks;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.marker.BrowserUpgrades;
import dev.tidemark.observation.RunResult;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The way of the data, from a claimed slot to the incident book, in one method. */
@ApplicationScoped
public class Pipeline {

    private final Laboratory laboratory;
    private final HttpChecks httpChecks;
    private final RunHistory history;
    private final BrowserUpgrades upgrades;
    private final Judge judge;
    private final IncidentBook incidents;
    private final Maintenance maintenance;
    private final SecondLook secondLook;
    private final RunsUnderWay underWay;
    private final Clock clock;

    protected Pipeline() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Pipeline(
            Laboratory laboratory,
            HttpChecks httpChecks,
            RunHistory history,
            BrowserUpgrades upgrades,
            Judge judge,
            IncidentBook incidents,
            Maintenance maintenance,
            SecondLook secondLook,
            RunsUnderWay underWay,
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

    /** Runs a claimed slot to its end. Empty when the ticket was worthless: somebody else runs it or has run it. */
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

    private RunResult measure(Probe probe, Progress progress) {
        return probe.target() instanceof Target.Http ? httpChecks.run(probe) : laboratory.run(probe, progress);
    }

    /** Judges a run that has ended and notes what follows. */
    void tell(Probe probe, Run run) {
        List<Verdict> verdicts = judge.judge(probe, run);
        incidents.note(probe, run, verdicts);
        secondLook.at(probe, run);
    }
}
