package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Decides how to handle a slot or run on this node: it is executed, or ended with a reason. */
@ApplicationScoped
public class SlotRunner {

    /** A slot that is recovered later than this is not measured any more, as the result would describe another time. */
    static final Duration MAX_DELAY = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(SlotRunner.class.getName());

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final Pipeline pipeline;
    private final ActiveRuns activeRuns;
    private final LossReasons reasons;
    private final Clock clock;

    @Inject
    public SlotRunner(
            ProbeCatalog catalog,
            RunHistory history,
            Pipeline pipeline,
            ActiveRuns activeRuns,
            LossReasons reasons,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.pipeline = pipeline;
        this.activeRuns = activeRuns;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Handles a due slot. A probe that has been deleted or paused leaves no record. */
    void onPlanned(Slot slot) {
        Optional<Probe> probe =
                catalog.find(slot.probe()).map(CatalogEntry::probe).filter(Probe::enabled);
        if (probe.isEmpty()) {
            return;
        }
        history.claim(slot, false).ifPresent(ticket -> runInLane(ticket, probe.get()));
    }

    /** Handles a run on demand, or one that another node handed over; it does not wait for the scheduled run of the probe. */
    void onQueued(RunId id) {
        history.find(id)
                .filter(run -> run.state() == RunState.QUEUED)
                .ifPresent(run -> runUnlateOrEnd(new RunTicket(run.id(), run.slot(), run.attempt()), run));
    }

    /** Handles a slot whose node failed during the run. */
    void onRecovered(Slot slot) {
        history.find(slot).ifPresentOrElse(this::onRecovered, () -> onPlanned(slot));
    }

    void onRecovered(RunId run) {
        history.find(run).ifPresent(this::onRecovered);
    }

    /** Handles a run whose node failed. */
    void onRecovered(Run lost) {
        history.takeOver(lost.id()).ifPresent(ticket -> runUnlateOrEnd(ticket, lost));
    }

    private void runUnlateOrEnd(RunTicket ticket, Run run) {
        boolean late = run.slot().plannedAt().plus(MAX_DELAY).isBefore(clock.instant());
        if (late && !run.requested()) {
            end(ticket, OutcomeType.ABANDONED, reasons.abandoned(ticket.run()));
        } else {
            runOrEnd(ticket, run);
        }
    }

    private void runOrEnd(RunTicket ticket, Run run) {
        catalog.find(run.slot().probe())
                .ifPresentOrElse(
                        entry -> runGuarded(ticket, entry.probe()),
                        () -> end(ticket, OutcomeType.ABANDONED, LocalizedMessage.of("outcome.run.probeDeleted")));
    }

    private void runInLane(RunTicket ticket, Probe probe) {
        if (!activeRuns.enter(ticket)) {
            end(ticket, OutcomeType.MISSED, LocalizedMessage.of("outcome.run.overlap"));
            return;
        }
        runGuarded(ticket, probe);
    }

    private void runGuarded(RunTicket ticket, Probe probe) {
        Instant startedAt = clock.instant();
        activeRuns.begin(ticket);
        try {
            pipeline.run(ticket, probe).ifPresent(run -> LOG.info(RunLogLine.of(run, startedAt, clock.instant())));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "Run " + ticket.run() + " of " + ticket.slot() + " failed because of a monitor failure");
            end(ticket, OutcomeType.INTERNAL, LocalizedMessage.of("outcome.run.monitorFailure"));
        } finally {
            activeRuns.leave(ticket);
        }
    }

    private void end(RunTicket ticket, OutcomeType kind, LocalizedMessage detail) {
        history.end(ticket, kind, detail.toString(), clock.instant())
                .flatMap(run -> catalog.find(run.slot().probe()).map(entry -> new ReportedRun(entry.probe(), run)))
                .ifPresent(reported -> pipeline.evaluate(reported.probe(), reported.run()));
    }

    private record ReportedRun(Probe probe, Run run) {}
}
